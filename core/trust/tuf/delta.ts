import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import type { Sha256 } from '../signatures.ts';
import { byteAt, chunkLength, usedBits, valueAt } from '../status-chunks.ts';

// How one chunk of a status list becomes another: the SHA-256 of the first (32 bytes), then a number for
// each entry that changes, in rising order: how many entries are passed over since the last one, times
// four, plus the new value. Numbers are in groups of seven bits, the lowest first, the top bit of all but
// the last set, and as short as can be.

const hashLength = 32;

/** What turns `from` into `to`, a chunk of so many entries. */
export function encodeDelta(
  from: Uint8Array,
  to: Uint8Array,
  entries: number,
  sha256: Sha256,
): Uint8Array {
  const base = resized(from, entries);
  const numbers: number[] = [];
  let passed = 0;
  for (let index = 0; index < entries; index += 1) {
    const value = valueAt(to, index);
    if (value === valueAt(base, index)) {
      passed += 1;
      continue;
    }
    pushNumber(numbers, passed * 4 + value);
    passed = 0;
  }
  return concatBytes(sha256(from), Uint8Array.from(numbers));
}

/** Where a bundle has the delta from one chunk to another, by their hashes. */
export function deltaName(to: Uint8Array, from: Uint8Array): string {
  return `${deltaFolder(bytesToHex(to))}${bytesToHex(from).slice(0, 16)}`;
}

/** Of all deltas to the chunk of this hash in hex. */
export function deltaFolder(to: string): string {
  return `deltas/${to}/`;
}

/** The whole hash in hex of the chunk that a delta starts from; undefined where it is too short for one. */
export function startOfDelta(delta: Uint8Array): string | undefined {
  if (delta.length < hashLength) return undefined;
  return bytesToHex(delta.subarray(0, hashLength));
}

/**
 * `from` as a chunk of so many entries with the changes of a delta; undefined where it is not strictly of
 * the form. Entries that `from` does not have are normal, those past the end are not taken over.
 */
export function applyDelta(
  delta: Uint8Array,
  from: Uint8Array,
  entries: number,
): Uint8Array | undefined {
  const to = resized(from, entries);
  let index = -1;
  let at = hashLength;
  while (at < delta.length) {
    const length = numberLength(delta, at);
    if (length === undefined) return undefined;
    const number = numberAt(delta, at, length);
    const value = number & 3;
    index += 1 + (number >> 2);
    if (index >= entries || valueAt(to, index) === value) return undefined;
    setValue(to, index, value);
    at += length;
  }
  return to;
}

function resized(from: Uint8Array, entries: number): Uint8Array {
  const to = new Uint8Array(chunkLength(entries));
  to.set(from.subarray(0, to.length));
  const last = to.length - 1;
  to[last] = byteAt(to, last) & usedBits(entries);
  return to;
}

function setValue(chunk: Uint8Array, index: number, value: number): void {
  const shift = (index & 3) * 2;
  const others = byteAt(chunk, index >> 2) & ~(3 << shift);
  chunk[index >> 2] = others | (value << shift);
}

function pushNumber(numbers: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    numbers.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  numbers.push(rest);
}

/** No number of a chunk needs more: 2^20 entries times four. */
const longestNumber = 4;

/** Undefined where it does not end, is longer than any, or could be shorter. */
function numberLength(bytes: Uint8Array, at: number): number | undefined {
  for (let length = 1; length <= longestNumber; length += 1) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return undefined;
    if (byte > 0x7f) continue;
    return byte === 0 && length > 1 ? undefined : length;
  }
  return undefined;
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    number = (number << 7) | (byteAt(bytes, at + index) & 0x7f);
  }
  return number;
}
