import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, OutsideProfile } from '#core/cbor';
import {
  decodePlaceCode,
  decodeText,
  encodeFrame,
  encodePlaceClaims,
  parsePlaceClaims,
  toPassText,
  toPlaceCodeText,
  type PlaceClaims,
} from '#core/pass';

const sound: PlaceClaims = {
  issuer: 'SC-51',
  issuedAt: 1_765_000_000,
  codeId: new Uint8Array(16).fill(4),
  place: { siteId: 'CD-0042' },
};

const frame = encodeFrame({
  kid: new Uint8Array(8).fill(1),
  payload: encodePlaceClaims(sound),
  signature: new Uint8Array(64).fill(3),
});

describe('decodePlaceCode', () => {
  it('reads the frame of the text that toPlaceCodeText writes', () => {
    const read = decodePlaceCode(toPlaceCodeText(frame));
    expect(read.ok && read.value.bytes).toEqual(frame);
  });

  it('opens no pass, and a gate opens no place code', () => {
    expect(decodePlaceCode(toPassText(frame))).toEqual({
      ok: false,
      error: { reason: 'not-a-pass', looksLike: 'unknown' },
    });
    expect(decodeText(toPlaceCodeText(frame))).toEqual({
      ok: false,
      error: { reason: 'not-a-pass', looksLike: 'place-code' },
    });
  });
});

describe('parsePlaceClaims', () => {
  const claims = fc.record({
    issuer: fc.constantFrom('51', 'NATIONAL', 'A-1'),
    issuedAt: fc.maxSafeNat(),
    codeId: fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((value) => Uint8Array.from(value)),
    place: fc.record(
      {
        siteId: fc.constantFrom('1', 'CD-0042', 'S'.repeat(64)),
        name: fc.constantFrom('春熙路', 'N'.repeat(60)),
        siteType: fc.maxSafeNat(),
        area: fc.integer({ min: 100_000, max: 999_999 }),
      },
      { requiredKeys: ['siteId'] },
    ),
  });

  it('reads back whatever encodePlaceClaims writes', () => {
    fc.assert(
      fc.property(claims, (sent) => {
        const read = parsePlaceClaims(encodePlaceClaims(sent));
        expect(read).toEqual({ ok: true, value: sent });
      }),
    );
  });

  it('refuses an end, for a place has none', () => {
    const read = decodeCbor(encodePlaceClaims(sound));
    if (!read.ok || !(read.value instanceof Map)) throw new Error('no claims');
    const ending = new Map(read.value).set(4, sound.issuedAt + 60);
    expect(parsePlaceClaims(encodeCbor(ending))).toEqual({
      ok: false,
      error: { reason: 'malformed', detail: 'claim-forbidden', where: '4' },
    });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 120 }),
        (bytes) => !parsePlaceClaims(bytes).ok,
      ),
      { numRuns: 1000 },
    );
  });
});

describe('encodePlaceClaims', () => {
  it('throws OutsideProfile on a name that is not NFC', () => {
    const place = { siteId: '1', name: 'Jose\u0301' };
    expect(() => encodePlaceClaims({ ...sound, place })).toThrow(
      OutsideProfile,
    );
  });
});
