import { err } from '#core/result';
import type { Result } from '#core/result';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { lookalikeOf } from './lookalike.ts';
import type { FrameRefusal, Malformed } from './refusals.ts';
import { trimEnds } from './trim.ts';

/** A raw capture without what stands around it, and its first three characters in capitals. */
export interface CodeText {
  readonly prefix: string;
  readonly trimmed: string;
}

/** Of a text of any length, whatever a reader gave: it is cut at 65,536 UTF-16 units, then trimmed. */
export function openCodeText(text: string): CodeText {
  const trimmed = trimEnds(text.slice(0, LONGEST_CAPTURE));
  return { prefix: foldAscii(trimmed.slice(0, PREFIX_LENGTH)), trimmed };
}

/** The bytes after a prefix that the caller knows. */
export function bytesOfCode({
  trimmed,
}: CodeText): Result<Uint8Array, Malformed> {
  if (trimmed.length > LONGEST_TEXT)
    return err({ reason: 'malformed', detail: 'text-too-long' });
  return decodeBase32(trimmed.slice(PREFIX_LENGTH));
}

/** What a code with a prefix that the caller does not read is. */
export function refusePrefix({
  prefix,
  trimmed,
}: CodeText): Result<never, FrameRefusal> {
  if (LATER_VERSION.test(prefix)) return err({ reason: 'update-kiosk' });
  return err({ reason: 'not-a-pass', looksLike: lookalikeOf(trimmed) });
}

/** The text of a code that carries those bytes. */
export function toCodeText(
  prefix: 'HP1' | 'HV1' | 'HS1' | 'HT1',
  bytes: Uint8Array,
): string {
  return `${prefix}${encodeBase32(bytes)}`;
}

const LONGEST_CAPTURE = 65_536;
const PREFIX_LENGTH = 3;
/** The prefix and 1,024 bytes. */
const LONGEST_TEXT = 1_642;
const LATER_VERSION = /^H[PVST][2-9]$/;

/** a–z alone: no locale, no full-width, none of the letters that upper-casing maps into ASCII. */
function foldAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
