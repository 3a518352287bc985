import type { ScannedText } from '../device.ts';

/**
 * The text of one scan without the reader's own framing; undefined when nothing is left. Whoever
 * holds a code to the scanner controls every byte of it.
 */
export function readScan(
  scan: Uint8Array,
): Omit<ScannedText, 'monoMs'> | undefined {
  const bytes = withoutStart(withoutTerminators(scan));
  const aim = aimOf(bytes);
  const data = aim === undefined ? bytes : bytes.subarray(aim.length);
  if (data.length === 0) return undefined;
  const decoded =
    aim !== undefined && escapesEci(aim) ? decodeEscaped(data) : decode(data);
  return aim === undefined ? decoded : { ...decoded, aim };
}

interface Decoded {
  readonly text: string;
  readonly suspect: boolean;
}

/** CR, LF, TAB and ETX: what scanners send after a scan. */
export function isTerminator(byte: number): boolean {
  return byte === 0x0d || byte === 0x0a || byte === 0x09 || byte === 0x03;
}

function withoutTerminators(bytes: Uint8Array): Uint8Array {
  const last = bytes.findLastIndex((byte) => !isTerminator(byte));
  return bytes.subarray(0, last + 1);
}

function withoutStart(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x02 ? bytes.subarray(1) : bytes;
}

/** `]`, the letter of a symbology, a hexadecimal digit: anything else beginning with `]` is data. */
function aimOf(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 3));
  return /^\][ACEFGILQXdehz][0-9A-F]$/.test(head) ? head : undefined;
}

function escapesEci(aim: string): boolean {
  return aim === ']Q2' || aim === ']Q4' || aim === ']Q6';
}

/** AIM ECI numbers and the charset each names; a number not listed is decoded like plain data. */
const eciCharsets: Readonly<Record<string, string>> = {
  '000003': 'iso-8859-1',
  '000020': 'shift_jis',
  '000026': 'utf-8',
  '000029': 'gb18030',
  '000032': 'gb18030',
};

/** A doubled backslash is one; `\` and six digits switch the charset of what follows. */
function decodeEscaped(data: Uint8Array): Decoded {
  const parts: Decoded[] = [];
  let charset: string | undefined;
  let segment = '';
  const escapes = /\\(\d{6})|\\\\|[^]/g;
  for (const [token, eci] of latin1(data).matchAll(escapes)) {
    if (eci === undefined) {
      segment += token === '\\\\' ? '\\' : token;
      continue;
    }
    parts.push(decode(Buffer.from(segment, 'latin1'), charset));
    segment = '';
    charset = eciCharsets[eci];
  }
  parts.push(decode(Buffer.from(segment, 'latin1'), charset));
  return {
    text: parts.map(({ text }) => text).join(''),
    suspect: parts.some(({ suspect }) => suspect),
  };
}

const guesses = ['utf-8', 'gb18030'];

/** The charset that was announced, then UTF-8, then GB 18030; Latin-1 reads anything. */
function decode(bytes: Uint8Array, announced?: string): Decoded {
  if (announced === 'iso-8859-1')
    return { text: latin1(bytes), suspect: false };
  const charsets = announced === undefined ? guesses : [announced, ...guesses];
  for (const charset of charsets) {
    const text = decodeStrictly(bytes, charset);
    if (text !== undefined) return { text, suspect: false };
  }
  return { text: latin1(bytes), suspect: true };
}

function decodeStrictly(
  bytes: Uint8Array,
  charset: string,
): string | undefined {
  try {
    const options = { fatal: true, ignoreBOM: true };
    return new TextDecoder(charset, options).decode(bytes);
  } catch (error) {
    // TypeError: not in this charset. RangeError: a Node without that charset's tables.
    if (error instanceof TypeError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}

/** Byte for byte; the WHATWG decoder of that name is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
