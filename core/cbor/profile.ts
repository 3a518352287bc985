import type { CborDetail, CborFault } from './cbor-value.ts';
import { textFault } from './text.ts';

/**
 * The first rule of the profile that the bytes break, undefined when they are exactly one item of it.
 * Reads bytes that anyone may have made: it never throws, and its depth is bounded.
 */
export function profileFault(bytes: Uint8Array): CborFault | undefined {
  const walk = new Walk(bytes);
  return walk.item(0) && walk.end() ? undefined : walk.fault;
}

const DEEPEST = 6;

/** The three upper bits of an item's first byte (RFC 8949 3.1). */
const UINT = 0;
const NEGINT = 1;
const BSTR = 2;
const TSTR = 3;
const MAP = 5;
const TAG = 6;

const FALSE = 0xf4;
const TRUE = 0xf5;
const BREAK = 0xff;

class Walk {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The value, length or count that the last head carried. */
  #argument = 0;
  fault: CborFault | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** One item inside `depth` arrays and maps; each step returns false once the fault is set. */
  item(depth: number): boolean {
    const start = this.#at;
    const first = this.#bytes[start];
    if (first === undefined) return this.#refuse('cbor-truncated', start);
    if (first === FALSE || first === TRUE) {
      this.#at += 1;
      return true;
    }
    if (first === BREAK) return this.#refuse('cbor-indefinite', start);
    const major = first >> 5;
    if (major >= TAG) return this.#refuse('cbor-type', start);
    if (!this.#head(major, first & 31)) return false;
    if (major === UINT || major === NEGINT) return this.#integer(major, start);
    if (major === BSTR || major === TSTR) return this.#string(major, start);
    if (depth === DEEPEST) return this.#refuse('cbor-depth', start);
    return major === MAP ? this.#map(depth + 1) : this.#array(depth + 1);
  }

  end(): boolean {
    if (this.#at === this.#bytes.length) return true;
    return this.#refuse('cbor-trailing-bytes', this.#at);
  }

  #head(major: number, info: number): boolean {
    const start = this.#at;
    if (info < 24) {
      this.#argument = info;
      this.#at += 1;
      return true;
    }
    if (info > 27) {
      const isIndefinite = info === 31 && major >= BSTR && major <= MAP;
      return this.#refuse(
        isIndefinite ? 'cbor-indefinite' : 'cbor-type',
        start,
      );
    }
    const size = 1 << (info - 24);
    if (start + 1 + size > this.#bytes.length)
      return this.#refuse('cbor-truncated', start);
    let argument = 0;
    for (let at = start + 1; at <= start + size; at += 1)
      argument = argument * 256 + (this.#bytes[at] ?? 0);
    if (argument < (SHORTER[size] ?? 0))
      return this.#refuse('cbor-not-shortest', start);
    this.#argument = argument;
    this.#at += 1 + size;
    return true;
  }

  #integer(major: number, start: number): boolean {
    // A negative integer is -1 - argument; above 2^53 the argument is rounded, but stays above.
    const largest = Number.MAX_SAFE_INTEGER - (major === NEGINT ? 1 : 0);
    if (this.#argument <= largest) return true;
    return this.#refuse('cbor-integer-range', start);
  }

  #string(major: number, start: number): boolean {
    const from = this.#at;
    if (this.#argument > this.#bytes.length - from)
      return this.#refuse('cbor-truncated', start);
    this.#at = from + this.#argument;
    if (major === BSTR) return true;
    const detail = textFault(this.#bytes, from, this.#at);
    return detail === undefined || this.#refuse(detail, start);
  }

  #array(depth: number): boolean {
    const count = this.#argument;
    for (let done = 0; done < count; done += 1)
      if (!this.item(depth)) return false;
    return true;
  }

  #map(depth: number): boolean {
    const count = this.#argument;
    let previousStart = -1;
    let previousEnd = -1;
    for (let done = 0; done < count; done += 1) {
      const start = this.#at;
      if (!this.#key(depth)) return false;
      const order =
        previousStart < 0
          ? -1
          : this.#compare(previousStart, previousEnd, start, this.#at);
      if (order === 0) return this.#refuse('cbor-duplicate-key', start);
      if (order > 0) return this.#refuse('cbor-unsorted-keys', start);
      previousStart = start;
      previousEnd = this.#at;
      if (!this.item(depth)) return false;
    }
    return true;
  }

  #key(depth: number): boolean {
    const major = (this.#bytes[this.#at] ?? 0) >> 5;
    if (major !== UINT && major !== NEGINT && major !== TSTR)
      return this.#refuse('cbor-key-type', this.#at);
    return this.item(depth);
  }

  /** Bytewise on the encoded keys (RFC 8949 4.2.1): below, at or above zero. */
  #compare(aStart: number, aEnd: number, bStart: number, bEnd: number): number {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let step = 0; step < length; step += 1) {
      const difference =
        (this.#bytes[aStart + step] ?? 0) - (this.#bytes[bStart + step] ?? 0);
      if (difference !== 0) return difference;
    }
    return aEnd - aStart - (bEnd - bStart);
  }

  #refuse(detail: CborDetail, at: number): false {
    this.fault = { detail, at };
    return false;
  }
}

/** By the bytes of its argument, the smallest value a head of that size may carry. */
const SHORTER: readonly (number | undefined)[] = [
  undefined,
  24,
  0x100,
  undefined,
  0x10000,
  undefined,
  undefined,
  undefined,
  0x100000000,
];
