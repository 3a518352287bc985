import { err } from '#core/result';
import type { Result } from '#core/result';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { decodeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { lookalikeOf } from './lookalike.ts';
import type { FrameRefusal } from './refusals.ts';
import { trimEnds } from './trim.ts';

/**
 * A raw capture to the frame of a pass. The text is whatever a reader gave and may be of any length;
 * it is cut at 65,536 UTF-16 units, trimmed, and must then be one HP1 pass and nothing else.
 */
export function decodeText(text: string): Result<Frame, FrameRefusal> {
  const trimmed = trimEnds(text.slice(0, LONGEST_CAPTURE));
  const prefix = foldAscii(trimmed.slice(0, PREFIX_LENGTH));
  if (prefix === 'HP1') return decodePassText(trimmed);
  if (LATER_VERSION.test(prefix)) return err({ reason: 'update-kiosk' });
  return err({ reason: 'not-a-pass', looksLike: lookalikeOf(trimmed) });
}

/** The text that a pass code carries. */
export function toPassText(bytes: Uint8Array): string {
  return `HP1${encodeBase32(bytes)}`;
}

const LONGEST_CAPTURE = 65_536;
const PREFIX_LENGTH = 3;
/** The prefix and 1,024 bytes. */
const LONGEST_TEXT = 1_642;
const LATER_VERSION = /^H[PVST][2-9]$/;

function decodePassText(text: string): Result<Frame, FrameRefusal> {
  if (text.length > LONGEST_TEXT)
    return err({ reason: 'malformed', detail: 'text-too-long' });
  const bytes = decodeBase32(text.slice(PREFIX_LENGTH));
  return bytes.ok ? decodeFrame(bytes.value) : bytes;
}

/** a–z alone: no locale, no full-width, none of the letters that upper-casing maps into ASCII. */
function foldAscii(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
