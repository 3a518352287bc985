import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import { encodeClaims, parseClaims, peekIssuer } from '#core/pass';
import { text, value } from '../cbor/arbitrary-value.ts';
import { pass } from './arbitrary-pass.ts';

describe('parseClaims', () => {
  it('reads back whatever pass encodeClaims writes', () => {
    fc.assert(
      fc.property(pass, (sent) => {
        expect(parseClaims(encodeClaims(sent))).toEqual({
          ok: true,
          value: sent,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same pass whatever unknown claims stand beside the known', () => {
    const unknown = fc.oneof(text, fc.integer({ min: 100, max: 70_000 }));
    fc.assert(
      fc.property(pass, unknown, value(5), (sent, key, beside) => {
        const claims = new Map(claimsOf(sent)).set(key, beside);
        const read = parseClaims(encodeCbor(claims));
        expect(read).toEqual({ ok: true, value: sent });
      }),
    );
  });

  it('never throws, whatever stands under a known claim', () => {
    const claim = fc.constantFrom(1, 4, 5, 6, 7, 8, -65540, -65537);
    fc.assert(
      fc.property(pass, claim, value(3), (sent, key, instead) => {
        const claims = new Map(claimsOf(sent)).set(key, instead);
        expect(() => parseClaims(encodeCbor(claims))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever stands in the health map', () => {
    const key = fc.integer({ min: 1, max: 13 });
    fc.assert(
      fc.property(pass, key, value(3), (sent, at, instead) => {
        const read = parseClaims(withHealth(claimsOf(sent), at, instead));
        const isOtherSchema = at === 1 && typeof instead === 'number';
        if (!read.ok && !isOtherSchema)
          expect(read.error.reason).toBe('malformed');
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(parseClaims(bytes).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses a pass without any one of its claims that all must have', () => {
    fc.assert(
      fc.property(pass, fc.constantFrom(1, 4, 5, 6, 7, -65537), (sent, key) => {
        const claims = new Map(claimsOf(sent));
        claims.delete(key);
        expect(parseClaims(encodeCbor(claims))).toEqual({
          ok: false,
          error: {
            reason: 'malformed',
            detail: 'claim-missing',
            where: String(key),
          },
        });
      }),
    );
  });

  it.each(['', 'sc-51', 'SC 51', 'SC_51', '四川', 'A'.repeat(17)])(
    'refuses %j for an issuer',
    (issuer) => {
      fc.assert(
        fc.property(pass, (sent) => {
          const read = parseClaims(encodeClaims({ ...sent, issuer }));
          const detail = read.ok ? 'a pass' : read.error;
          expect(detail).toMatchObject({ detail: 'claim-range', where: '1' });
        }),
        { numRuns: 5 },
      );
    },
  );

  it('names the place of a claim by its keys, and never its value', () => {
    const names = new Map<number, CborValue>([[1, 7]]);
    fc.assert(
      fc.property(pass, (sent) => {
        fc.pre(sent.kind === 'single');
        const read = parseClaims(withHealth(claimsOf(sent), 2, names));
        const where = '-65537/2/1';
        const error = { reason: 'malformed', detail: 'claim-type', where };
        expect(read).toEqual({ ok: false, error });
      }),
      { numRuns: 10 },
    );
  });
});

describe('peekIssuer', () => {
  it('finds the issuer of any pass', () => {
    fc.assert(
      fc.property(pass, (sent) => {
        expect(peekIssuer(encodeClaims(sent))).toBe(sent.issuer);
      }),
    );
  });

  it.each<[string, Uint8Array]>([
    ['no CBOR', Uint8Array.of(0xff)],
    ['no map', encodeCbor(['SC-51'])],
    ['no issuer', encodeCbor(new Map([[2, 'SC-51']]))],
    ['an issuer that is no text', encodeCbor(new Map([[1, 51]]))],
  ])('finds none where there is %s', (_what, payload) => {
    expect(peekIssuer(payload)).toBeUndefined();
  });
});

type Claims = ReadonlyMap<number | string, CborValue>;

function claimsOf(sent: Parameters<typeof encodeClaims>[0]): Claims {
  const read = decodeCbor(encodeClaims(sent));
  if (!read.ok || !(read.value instanceof Map)) throw new Error('no claims');
  return read.value;
}

function withHealth(
  claims: Claims,
  key: number,
  instead: CborValue,
): Uint8Array {
  const health = claims.get(-65537);
  if (!(health instanceof Map)) throw new Error('a pass has a health map');
  const entries = new Map<number | string, CborValue>(health).set(key, instead);
  return encodeCbor(new Map(claims).set(-65537, entries));
}
