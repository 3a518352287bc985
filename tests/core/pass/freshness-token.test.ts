import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCbor,
  encodeCbor,
  OutsideProfile,
  type CborValue,
} from '#core/cbor';
import {
  decodeFreshnessToken,
  decodePlaceCode,
  decodeText,
  encodeFrame,
  encodeFreshnessClaims,
  parseFreshnessClaims,
  toFreshnessTokenText,
  toPassText,
  toPlaceCodeText,
  type FreshnessClaims,
} from '#core/pass';

const sound: FreshnessClaims = {
  issuer: 'TEST-ROOT',
  expiresAt: 1_765_003_600,
  issuedAt: 1_765_000_000,
  tokenId: new Uint8Array(16).fill(4),
  snapshot: { timestampVersion: 7, sha256: new Uint8Array(32).fill(5) },
};

const frame = encodeFrame({
  kid: new Uint8Array(8).fill(1),
  payload: encodeFreshnessClaims(sound),
  signature: new Uint8Array(64).fill(3),
});

describe('decodeFreshnessToken', () => {
  it('reads the frame of the text that toFreshnessTokenText writes', () => {
    const read = decodeFreshnessToken(toFreshnessTokenText(frame));
    expect(read.ok && read.value.bytes).toEqual(frame);
  });

  it('opens no pass and no place code', () => {
    expect(decodeFreshnessToken(toPassText(frame))).toEqual({
      ok: false,
      error: { reason: 'not-a-pass', looksLike: 'unknown' },
    });
    expect(decodeFreshnessToken(toPlaceCodeText(frame))).toEqual({
      ok: false,
      error: { reason: 'not-a-pass', looksLike: 'place-code' },
    });
  });

  it('leaves the token a token to everyone who asks for something else', () => {
    const text = toFreshnessTokenText(frame);
    for (const decode of [decodeText, decodePlaceCode])
      expect(decode(text)).toEqual({
        ok: false,
        error: { reason: 'not-a-pass', looksLike: 'freshness-token' },
      });
  });
});

describe('parseFreshnessClaims', () => {
  const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
    fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((value) => Uint8Array.from(value));
  const claims = fc
    .record({
      issuer: fc.constantFrom('R', 'TEST-ROOT', '试'.repeat(60), 'r 1/2.'),
      issuedAt: fc.nat(),
      lasts: fc.integer({ min: 1, max: 86_400 }),
      tokenId: bytes(16),
      snapshot: fc.record({
        timestampVersion: fc.maxSafeNat(),
        sha256: bytes(32),
      }),
    })
    .map(({ lasts, ...rest }) => ({
      ...rest,
      expiresAt: rest.issuedAt + lasts,
    }));

  it('reads back whatever encodeFreshnessClaims writes', () => {
    fc.assert(
      fc.property(claims, (sent) => {
        const read = parseFreshnessClaims(encodeFreshnessClaims(sent));
        expect(read).toEqual({ ok: true, value: sent });
      }),
    );
  });

  it.each([1, 4, 6, 7, -65539])('asks for claim %d', (claim) => {
    const without = new Map(mapOf(sound));
    without.delete(claim);
    expect(parseFreshnessClaims(encodeCbor(without))).toEqual({
      ok: false,
      error: {
        reason: 'malformed',
        detail: 'claim-missing',
        where: `${claim}`,
      },
    });
  });

  it('names a claim before the dates, and the dates over all claims', () => {
    const { issuedAt } = sound;
    const endless = { ...sound, expiresAt: issuedAt + 86_401 };
    expect(parseFreshnessClaims(encodeFreshnessClaims(endless))).toEqual({
      ok: false,
      error: { reason: 'malformed', detail: 'claim-dates' },
    });
    const noId = new Map(mapOf(endless)).set(7, 1);
    expect(parseFreshnessClaims(encodeCbor(noId))).toMatchObject({
      error: { detail: 'claim-type', where: '7' },
    });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 120 }),
        (bytes) => !parseFreshnessClaims(bytes).ok,
      ),
      { numRuns: 1000 },
    );
  });

  function mapOf(
    claims: FreshnessClaims,
  ): ReadonlyMap<number | string, CborValue> {
    const read = decodeCbor(encodeFreshnessClaims(claims));
    if (!read.ok || !(read.value instanceof Map)) throw new Error('no claims');
    return read.value;
  }
});

describe('encodeFreshnessClaims', () => {
  it('throws OutsideProfile on the name of a root that is not NFC', () => {
    expect(() =>
      encodeFreshnessClaims({ ...sound, issuer: 'Jose\u0301' }),
    ).toThrow(OutsideProfile);
  });
});
