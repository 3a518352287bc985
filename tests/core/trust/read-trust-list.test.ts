import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrustList } from '#core/trust';
import { issuerKey, siteContent, testKey, toHex } from './signing.ts';

const values = ['normal', 'hold', 'revoked', 'changed'] as const;

describe('readTrustList', () => {
  it('says of every index what its two bits say, and of no further index anything', () => {
    const statuses = fc.array(fc.constantFrom(0, 1, 2, 3), { maxLength: 64 });
    fc.assert(
      fc.property(statuses, (codes) => {
        const trust = readTrustList(
          siteContent({
            statusLists: [
              { issuer: '51', list: 9, asOfMs: 0, bits: pack(codes) },
            ],
          }),
        );
        for (const [index, code] of codes.entries()) {
          expect(trust.status('51', 9, index)).toBe(values[code]);
        }
        const end = Math.ceil(codes.length / 4) * 4;
        expect(trust.status('51', 9, end)).toBe('unknown-list');
      }),
    );
  });

  it('keeps the lists of different issuers and numbers apart', () => {
    const list = { asOfMs: 0 };
    const trust = readTrustList(
      siteContent({
        statusLists: [
          { ...list, issuer: '51', list: 1, bits: pack([1]) },
          { ...list, issuer: '51', list: 2, bits: pack([2]) },
          { ...list, issuer: '37', list: 1, bits: pack([3]) },
        ],
      }),
    );
    expect(trust.status('51', 1, 0)).toBe('hold');
    expect(trust.status('51', 2, 0)).toBe('revoked');
    expect(trust.status('37', 1, 0)).toBe('changed');
    expect(trust.status('37', 2, 0)).toBe('unknown-list');
  });

  it('gives all keys of a kid and no others', () => {
    const kid = toHex(testKey('51').kid);
    const collides = issuerKey(testKey('51', 'collides'), { kid });
    const other = issuerKey(testKey('51', 'other'));
    const first = issuerKey(testKey('51'));
    const trust = readTrustList(
      siteContent({ keys: [first, other, collides] }),
    );
    expect(trust.keys(kid)).toEqual([first, collides]);
    expect(trust.keys(other.kid)).toEqual([other]);
    expect(trust.keys('ffffffffffffffff')).toEqual([]);
  });

  it('carries the version and the age of its bundle', () => {
    const { version, signedAtMs, profile } = siteContent();
    expect(readTrustList(siteContent())).toMatchObject({
      version,
      signedAtMs,
      profile,
    });
  });
});

/** Four to a byte, the lowest first. */
function pack(codes: readonly number[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(codes.length / 4));
  for (const [index, code] of codes.entries()) {
    const at = Math.floor(index / 4);
    bits[at] = (bits[at] ?? 0) + code * 4 ** (index % 4);
  }
  return bits;
}
