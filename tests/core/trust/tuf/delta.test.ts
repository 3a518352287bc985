import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, deltaName, encodeDelta } from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { toHex } from '../signing.ts';

/** Two bits each, four to a byte, the lowest first. */
function pack(values: readonly number[]): Uint8Array {
  const chunk = new Uint8Array(Math.ceil(values.length / 4));
  for (const [index, value] of values.entries()) {
    const at = index >> 2;
    chunk[at] = (chunk[at] ?? 0) + value * 4 ** (index % 4);
  }
  return chunk;
}

const statuses = fc.array(fc.constantFrom(0, 1, 2, 3), {
  minLength: 1,
  maxLength: 300,
});
/** Two of any lengths, mostly alike at the start. */
const pairs = fc.tuple(statuses, statuses).map(([from, to]) => ({ from, to }));

describe('a delta', () => {
  it('leads from any chunk to any other, of the same size or not', () => {
    fc.assert(
      fc.property(pairs, ({ from, to }) => {
        const delta = encodeDelta(pack(from), pack(to), to.length, sha256);
        expect(applyDelta(delta, pack(from), to.length)).toEqual(pack(to));
      }),
    );
  });

  it('is the hash it starts from and a number for each entry that changes, with the gap before it', () => {
    const from = new Uint8Array(262_144);
    const to = from.slice();
    to[0] = 0b01;
    to[25] = 0b11_00_00_00;
    to[262_143] = 0b10_00_00_00;
    const delta = encodeDelta(from, to, 2 ** 20, sha256);
    expect(toHex(delta.subarray(0, 32))).toBe(toHex(sha256(from)));
    // Index 0 to 1; index 103 to 3, 102 later; index 1,048,575 to 2, 1,048,471 later.
    expect(toHex(delta.subarray(32))).toBe('019b03defcff01');
    expect(applyDelta(delta, from, 2 ** 20)).toEqual(to);
  });

  it.each([0, 1, 2, 3])(
    'sets an entry to %i at either end of a chunk and of a byte',
    (value) => {
      const other = 3 - value;
      const from = new Uint8Array(262_144).fill(other * 0b01_01_01_01);
      for (const index of [0, 3, 4, 7, 2 ** 20 - 4, 2 ** 20 - 1]) {
        const to = from.slice();
        const shift = (index % 4) * 2;
        const at = index >> 2;
        to[at] = ((to[at] ?? 0) & ~(3 << shift)) | (value << shift);
        const delta = encodeDelta(from, to, 2 ** 20, sha256);
        expect(delta.length).toBeLessThanOrEqual(32 + 4);
        expect(applyDelta(delta, from, 2 ** 20)).toEqual(to);
      }
    },
  );

  it('leaves normal what a longer chunk has beyond the shorter one it came from', () => {
    const nothing = encodeDelta(pack([1]), pack([1, 0, 0, 0, 0]), 5, sha256);
    expect(nothing).toHaveLength(32);
    expect(applyDelta(nothing, pack([1]), 5)).toEqual(pack([1, 0, 0, 0, 0]));
  });

  it('takes over nothing past the end of a shorter chunk', () => {
    const from = pack([1, 2, 3, 3, 2, 1]);
    const delta = encodeDelta(from, pack([1, 2]), 2, sha256);
    expect(delta).toHaveLength(32);
    expect(applyDelta(delta, from, 2)).toEqual(pack([1, 2]));
  });

  it('is written in one way: whatever is read is what would be written', () => {
    fc.assert(
      fc.property(
        statuses,
        fc.uint8Array({ maxLength: 8 }),
        (from, numbers) => {
          const delta = Uint8Array.of(...sha256(pack(from)), ...numbers);
          const to = applyDelta(delta, pack(from), from.length);
          if (to === undefined) return;
          const written = encodeDelta(pack(from), to, from.length, sha256);
          expect(written).toEqual(delta);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('cut short is no delta, or one that leads elsewhere', () => {
    fc.assert(
      fc.property(pairs, ({ from, to }) => {
        const delta = encodeDelta(pack(from), pack(to), to.length, sha256);
        for (let length = 32; length < delta.length; length += 1) {
          const cut = delta.subarray(0, length);
          const found = applyDelta(cut, pack(from), to.length);
          expect(found).not.toEqual(pack(to));
        }
      }),
    );
  });

  it('with any byte of its numbers changed is no delta, or leads elsewhere', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.integer(), (pair, at, change) => {
        const { from, to } = { from: pack(pair.from), to: pack(pair.to) };
        const delta = encodeDelta(from, to, pair.to.length, sha256);
        if (delta.length === 32) return;
        const index = 32 + (at % (delta.length - 32));
        const flipped = delta.slice();
        flipped[index] = (flipped[index] ?? 0) ^ (1 << (change & 7));
        expect(applyDelta(flipped, from, pair.to.length)).not.toEqual(to);
      }),
    );
  });

  it.each([
    ['a number that does not end', '80'],
    ['a number longer than it is', '8100'],
    ['a number of five bytes', '8180808001'],
    ['an entry set to what it is', '00'],
    ['an entry past the end', '11'],
    ['an entry past the end of any chunk', 'ffffff7f'],
  ])('with %s is none', (_what, numbers) => {
    const from = pack([0, 0, 0, 0]);
    const whole = Uint8Array.of(
      ...sha256(from),
      ...Buffer.from(numbers, 'hex'),
    );
    expect(applyDelta(whole, from, 4)).toBeUndefined();
  });

  it('has a name that says where it leads and where it starts', () => {
    const [to, from] = [sha256(pack([1])), sha256(pack([2]))];
    expect(deltaName(to, from)).toBe(
      `deltas/${toHex(to)}/${toHex(from).slice(0, 16)}`,
    );
  });
});
