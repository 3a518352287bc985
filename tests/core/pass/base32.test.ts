import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '#core/pass';

/** RFC 4648 section 10, without its padding. */
const published: readonly (readonly [string, string])[] = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
];

describe('Base32', () => {
  it.each(published)('writes and reads %j as RFC 4648 does', (plain, code) => {
    const bytes = new TextEncoder().encode(plain);
    expect(encodeBase32(bytes)).toBe(code);
    expect(decodeBase32(code)).toEqual({ ok: true, value: bytes });
  });

  it('reads back any bytes, in either case', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const code = encodeBase32(bytes);
        const read = { ok: true, value: Uint8Array.from(bytes) };
        expect(decodeBase32(code)).toEqual(read);
        expect(decodeBase32(code.toLowerCase())).toEqual(read);
      }),
    );
  });

  it('has one text for any bytes, up to case', () => {
    const unit = fc.constantFrom('A', 'a', 'B', 'b', 'Q', 'z', '2', '7');
    const code = fc.string({ unit, maxLength: 20 });
    fc.assert(
      fc.property(code, (text) => {
        const read = decodeBase32(text);
        if (read.ok) expect(encodeBase32(read.value)).toBe(text.toUpperCase());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['MZ=W6', 'base32-padding', '2'],
    ['MZX!W', 'base32-alphabet', '3'],
    ['1', 'base32-alphabet', '0'],
    ['A', 'base32-length', undefined],
    ['MZX', 'base32-length', undefined],
    ['MZXW6Y', 'base32-length', undefined],
    ['MZ', 'base32-trailing-bits', undefined],
    ['MZXW7', 'base32-trailing-bits', undefined],
    ['ABC=!', 'base32-padding', '3'],
    ['A!', 'base32-alphabet', '1'],
  ])('refuses %j as %s', (text, detail, where) => {
    const at = where === undefined ? {} : { where };
    const error = { reason: 'malformed', detail, ...at };
    expect(decodeBase32(text)).toEqual({ ok: false, error });
  });
});
