import { describe, expect, it } from 'vitest';
import {
  decodeFreshnessToken,
  decodePlaceCode,
  decodeText,
  parseClaims,
  parseFreshnessClaims,
  parsePlaceClaims,
  type Frame,
} from '#core/pass';
import type { ClaimsRefusal, FrameRefusal } from '#core/pass';
import type { Result } from '#core/result';
import {
  tokenVectors,
  vectors,
  type Refusal,
  type Stage,
  type TokenStage,
  type TokenVector,
  type TokenVectorRefusal,
  type Vector,
} from '#fixtures/vectors';
import { toJson } from './json.ts';

describe('decodeText and decodePlaceCode', () => {
  it.each(vectors)('answer $id', (vector) => {
    const expected = refusalAt(vector, ['text', 'frame']) ?? 'a frame';
    const frame = frameOf(vector);
    expect(frame.ok ? 'a frame' : toRefusal(frame.error)).toEqual(expected);
  });
});

describe('decodeText', () => {
  const live = vectors.filter(({ presented }) => presented !== undefined);

  it.each(live)('reads what the client adds in $id', ({ text, presented }) => {
    const read = decodeText(text);
    if (!read.ok || read.value.presentation === undefined)
      throw new Error('no presentation');
    const { presentedAt, nonce, signature } = read.value.presentation;
    expect({ presentedAt, nonce: toJson(nonce) }).toEqual(presented);
    expect(signature).toHaveLength(64);
  });
});

describe('parseClaims and parsePlaceClaims', () => {
  const believed = vectors.filter(
    (vector) => vector.stages.signature === 'ok' && !needsTrust(vector),
  );

  it.each(believed)('answer $id', (vector) => {
    const refusal = refusalAt(vector, ['payload', 'schema', 'claims']);
    const frame = frameOf(vector);
    if (!frame.ok) throw new Error(`no frame: ${frame.error.reason}`);
    const { payload } = frame.value;
    const isPass = vector.reads === 'pass';
    const read = isPass ? parseClaims(payload) : parsePlaceClaims(payload);
    if (refusal !== undefined) {
      expect(read.ok ? 'claims' : toRefusal(read.error)).toEqual(refusal);
    } else if (!read.ok) expect.fail(`${read.error.reason}`);
    else if (vector.says !== undefined)
      expect(toJson(read.value)).toEqual(vector.says);
  });
});

describe('decodeFreshnessToken and parseFreshnessClaims', () => {
  it.each(tokenVectors)('answer $id', (vector) => {
    const frame = decodeFreshnessToken(vector.text);
    const unread = tokenRefusalAt(vector, ['text', 'frame']) ?? 'a frame';
    expect(frame.ok ? 'a frame' : toRefusal(frame.error)).toEqual(unread);
    const isBelieved = vector.stages.signature === 'ok';
    if (!frame.ok || !isBelieved || isMismatch(vector.stages.payload)) return;
    const read = parseFreshnessClaims(frame.value.payload);
    const refusal = tokenRefusalAt(vector, ['payload', 'claims']);
    if (refusal !== undefined)
      expect(read.ok ? 'claims' : toRefusal(read.error)).toEqual(refusal);
    else if (!read.ok) expect.fail(read.error.detail);
    else if (vector.says !== undefined)
      expect(toJson(read.value)).toEqual(vector.says);
  });
});

/** A key's issuer, its colours and the point of a holder's key are asked later, of the trust list. */
function needsTrust({ id, stages }: Vector): boolean {
  const isPoint = id.includes('holder-key-of-small-order');
  return (
    isMismatch(stages.payload) ||
    ((id.startsWith('trusted-') || isPoint) && stages.claims !== 'ok')
  );
}

function isMismatch(answer: unknown): boolean {
  const mismatch = { reason: 'counterfeit', detail: 'issuer-mismatch' };
  return JSON.stringify(answer) === JSON.stringify(mismatch);
}

function tokenRefusalAt(
  { stages }: TokenVector,
  among: readonly TokenStage[],
): TokenVectorRefusal | undefined {
  const answers = among.map((stage) => stages[stage]);
  return answers.find((answer) => typeof answer === 'object');
}

function frameOf({ reads, text }: Vector): Result<Frame, FrameRefusal> {
  if (reads === 'place-code') return decodePlaceCode(text);
  const read = decodeText(text);
  return read.ok ? { ok: true, value: read.value.frame } : read;
}

function refusalAt(
  vector: Vector,
  among: readonly Stage[],
): Refusal | undefined {
  for (const stage of among) {
    const answer = vector.stages[stage];
    if (typeof answer === 'object' && 'reason' in answer) return answer;
  }
  return undefined;
}

function toRefusal(refusal: FrameRefusal | ClaimsRefusal): Refusal {
  const { reason } = refusal;
  if (reason === 'update-kiosk') return { reason };
  if (reason === 'malformed') return { reason, detail: refusal.detail };
  return { reason, detail: refusal.looksLike };
}
