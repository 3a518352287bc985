import type { CborValue } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import type { Malformed, MalformedDetail } from './refusals.ts';

/** One rule of the format, read both ways: what a claim looks like on the wire, and here. */
export interface Codec<T> {
  read(value: CborValue): Result<T, Malformed>;
  /** Does not check: what is written is read back before anyone gets it. */
  write(value: T): CborValue;
}

/** An unsigned integer between both bounds, inclusive. */
export function uint(
  least: number = 0,
  most: number = Number.MAX_SAFE_INTEGER,
): Codec<number> {
  return {
    read(value) {
      if (typeof value !== 'number' || value < 0) return refuse('claim-type');
      const isInRange = value >= least && value <= most;
      return isInRange ? ok(value) : refuse('claim-range');
    },
    write: (value) => value,
  };
}

export const bool: Codec<boolean> = {
  read: (value) =>
    typeof value === 'boolean' ? ok(value) : refuse('claim-type'),
  write: (value) => value,
};

/** Text of 1 to `most` bytes in UTF-8 that also matches `pattern`. */
export function text(most: number = 60, pattern: RegExp = /^/): Codec<string> {
  return {
    read(value) {
      if (typeof value !== 'string') return refuse('claim-type');
      const length = utf8Length(value);
      const isInRange = length >= 1 && length <= most && pattern.test(value);
      return isInRange ? ok(value) : refuse('claim-range');
    },
    write: (value) => value,
  };
}

/** Exactly so many bytes. */
export function bytes(length: number): Codec<Uint8Array> {
  return {
    read(value) {
      if (!(value instanceof Uint8Array)) return refuse('claim-type');
      return value.length === length ? ok(value) : refuse('claim-range');
    },
    write: (value) => value,
  };
}

/** A closed set of unsigned integers, each with the word that stands for it here. */
export function choice<T extends string | number>(
  words: ReadonlyMap<number, T>,
): Codec<T> {
  const codes = new Map([...words].map(([code, word]) => [word, code]));
  return {
    read(value) {
      if (typeof value !== 'number' || value < 0) return refuse('claim-type');
      const word = words.get(value);
      return word === undefined ? refuse('claim-range') : ok(word);
    },
    write(word) {
      const code = codes.get(word);
      if (code === undefined) throw new Error(`no code for ${word}`);
      return code;
    },
  };
}

export function isMap(
  value: CborValue | undefined,
): value is ReadonlyMap<number | string, CborValue> {
  return value instanceof Map;
}

/** Array.isArray alone does not narrow a readonly array. */
export function isArray(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}

export function refuse(detail: MalformedDetail): Result<never, Malformed> {
  return err({ reason: 'malformed', detail });
}

/** Bytes in UTF-8; each half of a surrogate pair counts two of its four. */
function utf8Length(value: string): number {
  let length = value.length;
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    if (unit >= 0x80) length += 1;
    if (unit >= 0x800 && !isSurrogate) length += 1;
  }
  return length;
}
