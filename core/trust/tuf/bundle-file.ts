import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#core/result';
import type { Sha256 } from '../signatures.ts';

// The file that carries a bundle by hand: "HPB1", a count of 32 bits, then for each file the length of
// its name (8 bits), the name, its length (32 bits), its SHA-256 and its bytes. All numbers are
// big-endian. No compression, no links, no folders but in names, nothing after the last file.

export type BundleFileFault =
  | 'not-a-bundle-file'
  /** It ends before it says so. */
  | 'truncated'
  /** More than 64 MiB, a file of more than 16 MiB, or more than 4,096 of them. */
  | 'oversized'
  | 'wrong-hash'
  | 'duplicate-name'
  /** A name that is no plain relative path. */
  | 'bad-name'
  | 'trailing-bytes';

/** By name, in the order of the file. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

const magic = Uint8Array.of(0x48, 0x50, 0x42, 0x31);
const mostFiles = 4096;
const largestFile = 16 * 1_048_576;
const largestWhole = 64 * 1_048_576;
const hashLength = 32;

/** No empty part, none that begins with a dot, and at most 120 characters. */
const plainName = /^(?=.{1,120}$)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** Whether bytes call themselves such a file; says nothing of the rest. */
export function isBundleFile(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The files inside, each of the hash it is said to have. The parts share memory with the whole. */
export function readBundleFile(
  bytes: Uint8Array,
  sha256: Sha256,
): Result<BundleFiles, BundleFileFault> {
  if (bytes.length > largestWhole) return err('oversized');
  if (!isBundleFile(bytes)) return err('not-a-bundle-file');

  const cursor = createCursor(bytes, magic.length);
  const count = cursor.number(4);
  if (count === undefined) return err('truncated');
  if (count > mostFiles) return err('oversized');

  const files = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const file = readFile(cursor, sha256);
    if (!file.ok) return file;
    const { name, content } = file.value;
    if (files.has(name)) return err('duplicate-name');
    files.set(name, content);
  }
  return cursor.isAtEnd() ? ok(files) : err('trailing-bytes');
}

/** The file of these files; refused where it could not be read back. */
export function encodeBundleFile(
  files: BundleFiles,
  sha256: Sha256,
): Result<Uint8Array, BundleFileFault> {
  if (files.size > mostFiles) return err('oversized');
  const parts = [magic, bigEndian(files.size, 4)];
  for (const [name, content] of files) {
    if (!plainName.test(name)) return err('bad-name');
    if (content.length > largestFile) return err('oversized');
    const title = utf8ToBytes(name);
    const length = bigEndian(content.length, 4);
    parts.push(bigEndian(title.length, 1), title, length);
    parts.push(sha256(content), content);
  }
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return size > largestWhole ? err('oversized') : ok(concatBytes(...parts));
}

function readFile(
  cursor: Cursor,
  sha256: Sha256,
): Result<
  { readonly name: string; readonly content: Uint8Array },
  BundleFileFault
> {
  const title = cursor.bytes(cursor.number(1));
  if (title === undefined) return err('truncated');
  const name = String.fromCharCode(...title);
  if (!plainName.test(name)) return err('bad-name');

  const length = cursor.number(4);
  if (length !== undefined && length > largestFile) return err('oversized');
  const hash = cursor.bytes(hashLength);
  const content = cursor.bytes(length);
  if (hash === undefined || content === undefined) return err('truncated');
  const found = sha256(content);
  if (hash.some((byte, index) => byte !== found[index])) {
    return err('wrong-hash');
  }
  return ok({ name, content });
}

interface Cursor {
  /** Undefined where as many bytes are no longer there. */
  number(size: number): number | undefined;
  bytes(length: number | undefined): Uint8Array | undefined;
  isAtEnd(): boolean;
}

function createCursor(whole: Uint8Array, start: number): Cursor {
  let at = start;
  const bytes: Cursor['bytes'] = (length) => {
    if (length === undefined || at + length > whole.length) return undefined;
    at += length;
    return whole.subarray(at - length, at);
  };
  return {
    bytes,
    number: (size) =>
      bytes(size)?.reduce((number, byte) => number * 256 + byte, 0),
    isAtEnd: () => at === whole.length,
  };
}

function bigEndian(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) =>
    Math.floor(value / 256 ** (size - 1 - index)),
  );
}
