import type { CborDetail } from './cbor-value.ts';

/** Which rule the text in bytes[start, end) breaks; UTF-8 before its characters, those before NFC. */
export function textFault(
  bytes: Uint8Array,
  start: number,
  end: number,
): CborDetail | undefined {
  if (isPrintableAscii(bytes, start, end)) return undefined;
  const text = decodeUtf8(bytes, start, end);
  if (text === undefined) return 'text-utf8';
  if (FORBIDDEN.test(text)) return 'text-control-character';
  return text.normalize('NFC') === text ? undefined : 'text-not-nfc';
}

/** Controls, the byte order mark, and the marks that let one text be shown as another. */
const FORBIDDEN = /[\p{Cc}\uFEFF\u202A-\u202E\u2066-\u2069]/u;

function isPrintableAscii(
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}

/** RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF; undefined where it is broken. */
function decodeUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
): string | undefined {
  let text = '';
  let at = start;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0 || at + length > end) return undefined;
    let point = length === 1 ? lead : lead & (0x7f >> length);
    for (let next = at + 1; next < at + length; next += 1) {
      const byte = bytes[next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    if (point < (SMALLEST[length] ?? 0)) return undefined;
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return undefined;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

/** The first code point that needs as many bytes; anything smaller is overlong. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc0) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf8 ? 4 : 0;
}
