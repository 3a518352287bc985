import { describe, expect, it } from 'vitest';
import { decodeText, parseClaims } from '#core/pass';
import type { ClaimsRefusal, FrameRefusal, Pass } from '#core/pass';
import { passVectors, type Expected, type Stage } from '#fixtures/vectors';

describe('decodeText', () => {
  it.each(of('text', 'frame'))('answers $id', ({ text, expect: expected }) => {
    const frame = decodeText(text);
    expect(frame.ok ? 'a frame' : toExpected(frame.error)).toEqual(expected);
  });

  it.each(of('signature'))('reads the frame of $id', ({ text }) => {
    expect(decodeText(text).ok).toBe(true);
  });
});

describe('parseClaims', () => {
  it.each(of('claims'))('answers $id', ({ text, expect: expected }) => {
    const frame = decodeText(text);
    if (!frame.ok) throw new Error(`no frame: ${frame.error.reason}`);
    const read = parseClaims(frame.value.payload);
    const answer = read.ok
      ? { ok: true, pass: toJson(read.value) }
      : toExpected(read.error);
    expect(answer).toEqual(expected);
  });
});

function of(...stages: readonly Stage[]): typeof passVectors {
  return passVectors.filter(({ stage }) => stages.includes(stage));
}

function toExpected(refusal: FrameRefusal | ClaimsRefusal): Expected {
  const { reason } = refusal;
  if (reason === 'update-kiosk') return { ok: false, reason };
  if (reason === 'malformed')
    return { ok: false, reason, detail: refusal.detail };
  return { ok: false, reason, detail: refusal.looksLike };
}

function toJson(pass: Pass): unknown {
  const json = JSON.stringify(pass, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  return JSON.parse(json);
}
