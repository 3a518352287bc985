import { describe, expect, it } from 'vitest';
import {
  checkPass,
  checkPlaceCode,
  type AuthenticPass,
  type CheckedPass,
  type CheckedPlaceCode,
  type TrustedTime,
} from '#core/trust';
import {
  vectors,
  type Clock,
  type Refusal,
  type Vector,
} from '#fixtures/vectors';
import { signatures } from '#kiosk/crypto';
import { toJson } from '../pass/json.ts';
import { trustedNow } from './signing.ts';
import { vectorTrustList } from './vector-trust.ts';

describe('checkPass and checkPlaceCode, with both engines,', () => {
  it.each(vectors)('answer $id', (vector) => {
    expect(answerTo(vector)).toEqual(expectedOf(vector));
  });
});

interface Answer {
  readonly findings: unknown;
  readonly says: unknown;
  readonly nonce?: unknown;
}

function expectedOf({ stages, says, presented }: Vector): Answer | Refusal {
  for (const answer of Object.values(stages))
    if (typeof answer === 'object' && 'reason' in answer) return answer;
  const { showing, scope, dates, status } = stages;
  const findings = { showing, scope, dates, status };
  return toJsonAnswer({ findings, says, nonce: presented?.nonce });
}

function answerTo(vector: Vector): Answer | Refusal {
  const { reads, text, clock } = vector;
  const trust = vectorTrustList(vector.trust);
  const now = timeOf(clock);
  const checked =
    reads === 'pass'
      ? checkPass(text, trust, signatures, now, 'site')
      : checkPlaceCode(text, trust, signatures, now);
  if (checked.kind === 'authentic') return passAnswer(checked.authentic);
  if (checked.kind === 'genuine') {
    const { outOfScope, dates, place } = checked;
    const findings = { scope: outOfScope, dates };
    return toJsonAnswer({ findings, says: place });
  }
  return refusalOf(checked);
}

function passAnswer(authentic: AuthenticPass): Answer {
  const { pass, showing, outOfScope: scope, dates, status } = authentic;
  if (showing.kind === 'still')
    return toJsonAnswer({
      findings: { showing: 'still', scope, dates, status },
      says: pass,
    });
  const { isStale, nonce } = showing;
  const findings = {
    showing: isStale ? 'stale' : 'live',
    scope,
    dates,
    status,
  } as const;
  return toJsonAnswer({ findings, says: pass, nonce });
}

function toJsonAnswer(answer: Answer): Answer {
  // What JSON leaves of an Answer is one.
  return toJson(answer) as Answer;
}

function refusalOf(
  checked: Exclude<
    CheckedPass | CheckedPlaceCode,
    { kind: 'authentic' | 'genuine' }
  >,
): Refusal {
  switch (checked.kind) {
    case 'unknown-key':
    case 'killed-key':
    case 'demo-pass':
      return { reason: checked.kind };
    case 'counterfeit':
      return { reason: 'counterfeit', detail: checked.detail };
    case 'unusable':
    case 'unreadable': {
      const { refusal } = checked;
      if (refusal.reason === 'update-kiosk') return { reason: 'update-kiosk' };
      const detail =
        refusal.reason === 'malformed' ? refusal.detail : refusal.looksLike;
      return { reason: refusal.reason, detail };
    }
  }
}

function timeOf({ lowerMs, upperMs }: Clock): TrustedTime {
  return { ...trustedNow, lowerMs, atMs: lowerMs, upperMs };
}
