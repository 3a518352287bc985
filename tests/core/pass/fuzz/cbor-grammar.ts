import fc from 'fast-check';
import { sound, type Made } from './made.ts';

export type Item = Made<Buffer>;

/** What the profile has no place for. */
const outsider: fc.Arbitrary<Item> = fc
  .constantFrom(
    'f6', // null
    'f7', // undefined
    'e1', // a simple value
    'f93c00', // 1.0 in 16 bits
    'fb3ff8000000000000', // 1.5 in 64 bits
    'c100', // a tag
    'd200', // tag 18, inside
    'c24101', // a bignum
    '1c', // a reserved head
    '1800', // 0 in two bytes
    '1b0000000000000000', // 0 in nine
    '5800', // no bytes, said at length
    '1b0020000000000000', // 2^53
    '5f4100ff', // bytes in pieces
    '9fff', // an array without a length
    'bfff', // a map without one
    'ff', // a break
    '62c080', // overlong UTF-8
    '61ff', // no UTF-8
    '6365cc81', // not NFC, and shorter than it says
    '6100', // a control character
    '81818181818180', // too deep
    'a2010001', // a map that ends early
    '5affffffff', // four gigabytes, by its own word
  )
  .map((digits) => ({ value: Buffer.from(digits, 'hex'), isSound: false }));

const key: fc.Arbitrary<Buffer> = fc.oneof(
  fc.integer({ min: -5, max: 30 }).map(int),
  fc.string({ maxLength: 3, unit: 'grapheme-ascii' }).map(text),
);

/** Any item of CBOR, mostly of the profile, at most three levels deep. */
export const anyItem: fc.Arbitrary<Item> = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    fc.oneof(
      {
        weight: 4,
        arbitrary: sound(fc.integer({ min: -70_000, max: 70_000 }).map(int)),
      },
      { weight: 1, arbitrary: sound(fc.maxSafeInteger().map(int)) },
      {
        weight: 3,
        arbitrary: sound(
          fc.string({ maxLength: 9, unit: 'grapheme-ascii' }).map(text),
        ),
      },
      {
        weight: 3,
        arbitrary: sound(fc.uint8Array({ maxLength: 34 }).map(bytes)),
      },
      {
        weight: 2,
        arbitrary: sound(fc.boolean().map((is) => Buffer.of(is ? 0xf5 : 0xf4))),
      },
      { weight: 1, arbitrary: outsider },
    ),
    fc.array(tie('item'), { maxLength: 3 }).map(array),
    fc.array(fc.tuple(key, tie('item')), { maxLength: 3 }).map(map),
  ),
})).item;

export function int(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

export function text(value: string): Buffer {
  const utf8 = Buffer.from(value, 'utf8');
  return Buffer.concat([head(3, utf8.length), utf8]);
}

export function bytes(value: Uint8Array): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

export function array(items: readonly Item[]): Item {
  const values = items.map(({ value }) => value);
  return {
    value: Buffer.concat([head(4, items.length), ...values]),
    isSound: items.every(({ isSound }) => isSound),
  };
}

/** A map of those entries, each key once, in the order that the profile asks. */
export function map(entries: readonly (readonly [Buffer, Item])[]): Item {
  const byKey = new Map(
    entries.map((entry) => [entry[0].toString('hex'), entry]),
  );
  const sorted = [...byKey.values()].sort(([a], [b]) => Buffer.compare(a, b));
  return mapAsGiven(sorted, true);
}

/** A map of those entries in the order given. */
export function mapAsGiven(
  entries: readonly (readonly [Buffer, Item])[],
  isSorted: boolean,
): Item {
  const written = entries.flatMap(([name, item]) => [name, item.value]);
  return {
    value: Buffer.concat([head(5, entries.length), ...written]),
    isSound: isSorted && entries.every(([, item]) => item.isSound),
  };
}

export function head(major: number, argument: number): Buffer {
  const initial = major << 5;
  if (argument < 24) return Buffer.of(initial | argument);
  if (argument < 0x100) return Buffer.of(initial | 24, argument);
  const long = Buffer.alloc(9);
  long.writeBigUInt64BE(BigInt(argument), 1);
  const size = [2, 4, 8].find((of) => argument < 256 ** of) ?? 8;
  const start = 8 - size;
  long.writeUInt8(initial | (24 + Math.log2(size)), start);
  return long.subarray(start);
}
