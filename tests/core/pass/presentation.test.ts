import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeText,
  encodeFrame,
  encodePresentation,
  presentationBytes,
  toPresentationText,
} from '#core/pass';
import { sha256 } from '#kiosk/crypto';

const passBytes = encodeFrame({
  kid: new Uint8Array(8).fill(1),
  payload: new Uint8Array(200).fill(2),
  signature: new Uint8Array(64).fill(3),
});
const sound = {
  passBytes,
  presentedAt: 1_765_000_000,
  nonce: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  signature: new Uint8Array(64).fill(9),
};

describe('encodePresentation', () => {
  it('writes what decodeText reads, whatever the pass, time, nonce and signature', () => {
    const presentation = fc.record({
      passBytes: fc
        .uint8Array({ maxLength: 700 })
        .map((payload) => encodeFrame({ ...parts, payload })),
      presentedAt: fc.maxSafeNat(),
      nonce: bytes(8),
      signature: bytes(64),
    });
    fc.assert(
      fc.property(presentation, (sent) => {
        const read = decodeText(toPresentationText(encodePresentation(sent)));
        if (!read.ok) throw new Error(read.error.reason);
        const { passBytes: pass, ...added } = sent;
        expect(read.value.frame.bytes).toEqual(pass);
        expect(read.value.presentation).toEqual(added);
      }),
    );
  });

  it('adds 83 or 84 bytes to a pass', () => {
    const short = { ...sound, passBytes: new Uint8Array(255) };
    const long = { ...sound, passBytes: new Uint8Array(256) };
    expect(encodePresentation(short)).toHaveLength(255 + 83);
    expect(encodePresentation(long)).toHaveLength(256 + 84);
  });

  it.each([
    ['a time in the middle of a second', { presentedAt: 0.5 }],
    ['a time before 1970', { presentedAt: -1 }],
    ['a time that no integer holds', { presentedAt: 2 ** 53 }],
    ['a nonce of seven bytes', { nonce: new Uint8Array(7) }],
    ['a signature of 63 bytes', { signature: new Uint8Array(63) }],
  ])('throws on %s', (_what, wrong) => {
    expect(() => encodePresentation({ ...sound, ...wrong })).toThrow(/has/);
  });
});

describe('presentationBytes', () => {
  const { presentedAt, nonce } = sound;

  it('is 59 bytes: the name, the hash of the pass, the time, the nonce', () => {
    const message = presentationBytes(passBytes, presentedAt, nonce, sha256);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1_765_000_000n);
    const expected = Buffer.concat([
      Buffer.from('HP1/present'),
      createHash('sha256').update(passBytes).digest(),
      time,
      nonce,
    ]);
    expect(message).toHaveLength(59);
    expect(Buffer.from(message).equals(expected)).toBe(true);
  });

  it('tells every pass, time and nonce apart', () => {
    const other = Uint8Array.from(passBytes).fill(7, 100);
    const messages = [
      presentationBytes(passBytes, presentedAt, nonce, sha256),
      presentationBytes(other, presentedAt, nonce, sha256),
      presentationBytes(passBytes, presentedAt + 1, nonce, sha256),
      presentationBytes(passBytes, presentedAt, new Uint8Array(8), sha256),
    ].map((message) => Buffer.from(message).toString('hex'));
    expect(new Set(messages).size).toBe(4);
  });

  it('throws on what no presentation can have', () => {
    const short = nonce.subarray(1);
    expect(() => presentationBytes(passBytes, -1, nonce, sha256)).toThrow();
    expect(() => presentationBytes(passBytes, 1, short, sha256)).toThrow();
  });
});

describe('decodeText, of a presentation,', () => {
  it('reads up to 1,642 characters and refuses one more', () => {
    // 1,024 bytes in all, 84 of them beside the pass.
    const payload = new Uint8Array(1_024 - 84 - 17 - 3 - 66);
    const whole = { ...sound, passBytes: encodeFrame({ ...parts, payload }) };
    const text = toPresentationText(encodePresentation(whole));
    expect(text).toHaveLength(1_642);
    expect(decodeText(text).ok).toBe(true);
    expect(decodeText(`${text}A`)).toEqual({
      ok: false,
      error: { reason: 'malformed', detail: 'text-too-long' },
    });
  });

  it('says where CBOR is broken, and of the pass inside where its frame is', () => {
    const bytes = encodePresentation(sound);
    const long = Uint8Array.from([...bytes, 0]);
    expect(decodeText(toPresentationText(long))).toMatchObject({
      error: { detail: 'cbor-trailing-bytes', where: String(bytes.length) },
    });
    const tagless = { ...sound, passBytes: passBytes.subarray(1) };
    const inside = toPresentationText(encodePresentation(tagless));
    expect(decodeText(inside)).toMatchObject({
      error: { detail: 'frame-tag', where: '0' },
    });
  });

  it('never throws, whatever stands after the prefix', () => {
    const letters = fc.stringMatching(/^[ABQ27hv1 ]{0,30}$/);
    fc.assert(
      fc.property(letters, (rest) => !decodeText(`HV1${rest}`).ok),
      { numRuns: 1000 },
    );
  });
});

const parts = { kid: new Uint8Array(8), signature: new Uint8Array(64) };

function bytes(length: number): fc.Arbitrary<Uint8Array> {
  return fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((value) => Uint8Array.from(value));
}
