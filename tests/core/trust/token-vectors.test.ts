import { describe, expect, it } from 'vitest';
import { checkFreshnessToken, type TokenRefusal } from '#core/trust';
import {
  tokenVectors,
  type TokenStage,
  type TokenVector,
  type TokenVectorRefusal,
} from '#fixtures/vectors';
import { sha256, signatures } from '#kiosk/crypto';
import { trustedNow } from './signing.ts';
import { vectorBundle } from './vector-bundle.ts';

describe('checkFreshnessToken, with both engines,', () => {
  it.each(tokenVectors)('answers $id', (vector) => {
    const { lowerMs, upperMs } = vector.clock;
    const target = { ...vectorBundle(vector.held), signatures, sha256 };
    const now = { ...trustedNow, lowerMs, atMs: lowerMs, upperMs };
    expect(checkFreshnessToken(vector.text, target, now)).toEqual(
      expectedOf(vector),
    );
  });
});

function expectedOf({ stages, says }: TokenVector): unknown {
  for (const [stage, answer] of Object.entries(stages))
    if (answer !== 'ok')
      return { ok: false, error: codeOf(stage as TokenStage, answer) };
  return { ok: true, value: { signedAtMs: Number(says?.['issuedAt']) * 1000 } };
}

/** What stands in front of the signature is unreadable, what stands behind it malformed. */
function codeOf(
  stage: TokenStage,
  { reason }: TokenVectorRefusal,
): TokenRefusal {
  if (reason === 'malformed' && (stage === 'text' || stage === 'frame'))
    return 'token.unreadable';
  return codes[reason];
}

const codes: Readonly<Record<TokenVectorRefusal['reason'], TokenRefusal>> = {
  'not-a-pass': 'token.unreadable',
  'update-kiosk': 'token.update-kiosk',
  malformed: 'token.malformed',
  'no-bundle': 'token.no-bundle',
  'unknown-key': 'token.key',
  'killed-key': 'token.key',
  counterfeit: 'token.signature',
  expired: 'token.expired',
  'from-future': 'token.from-future',
  older: 'token.older',
  'other-bundle': 'token.other-bundle',
};
