import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import type { Malformed, MalformedDetail } from './refusals.ts';

/** RFC 4648 Base32 in capitals, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
}

/**
 * The bytes of Base32 without padding; a–z count as A–Z. Exactly one text up to case stands for given
 * bytes: lengths that hold no whole byte more and unused bits other than zero are refused.
 */
export function decodeBase32(text: string): Result<Uint8Array, Malformed> {
  const bytes = new Uint8Array((text.length * 5) >> 3);
  let held = 0;
  let bits = 0;
  let written = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = DIGITS[text.charCodeAt(at)] ?? NONE;
    if (digit === NONE) return refuseCharacter(text, at);
    held = ((held << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[written] = held >> bits;
      written += 1;
    }
  }
  if (IMPOSSIBLE_REST.has(text.length % 8)) return refuse('base32-length');
  if ((held & ((1 << bits) - 1)) !== 0) return refuse('base32-trailing-bits');
  return ok(bytes);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const NONE = 0xff;

/** Characters beyond whole groups of eight that no number of bytes leaves. */
const IMPOSSIBLE_REST: ReadonlySet<number> = new Set([1, 3, 6]);

const DIGITS: Uint8Array = digits();

function digits(): Uint8Array {
  const table = new Uint8Array(128).fill(NONE);
  for (let digit = 0; digit < ALPHABET.length; digit += 1) {
    table[ALPHABET.charCodeAt(digit)] = digit;
    table[ALPHABET.toLowerCase().charCodeAt(digit)] = digit;
  }
  return table;
}

function refuseCharacter(text: string, at: number): Result<never, Malformed> {
  const isPadding = text.charAt(at) === '=';
  return refuse(isPadding ? 'base32-padding' : 'base32-alphabet', at);
}

function refuse(
  detail: MalformedDetail,
  at?: number,
): Result<never, Malformed> {
  const refusal = { reason: 'malformed', detail } as const;
  return err(at === undefined ? refusal : { ...refusal, where: String(at) });
}
