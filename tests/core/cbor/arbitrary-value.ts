import fc from 'fast-check';
import type { CborValue } from '#core/cbor';

/** Any text that UTF-8 can carry, mostly of the planes in use. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0x2ff), fc.nat(0xd7ff), fc.nat(0x10ffff)), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points))
  .filter((value) => value.isWellFormed());

/** Text of the profile: code points that are NFC together and carry no forbidden character. */
export const text: fc.Arbitrary<string> = anyText
  .map((value) => value.normalize('NFC'))
  .filter((value) => !FORBIDDEN.test(value));

const FORBIDDEN = /[\p{Cc}\uFEFF\u202A-\u202E\u2066-\u2069]/u;

const integer = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -300, max: 300 }),
);

/** A value of the profile, its outermost array or map at most `depth` deep. */
export function value(depth: number): fc.Arbitrary<CborValue> {
  const leaf = fc.oneof(
    integer,
    text,
    fc.uint8Array({ maxLength: 40 }),
    fc.boolean(),
  );
  if (depth === 0) return leaf;
  const inner = value(depth - 1);
  const entry = fc.tuple(fc.oneof(integer, text), inner);
  return fc.oneof(
    leaf,
    fc.array(inner, { maxLength: 3 }),
    fc
      .uniqueArray(entry, { maxLength: 3, selector: ([key]) => key })
      .map((entries) => new Map(entries)),
  );
}
