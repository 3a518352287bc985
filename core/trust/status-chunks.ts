import type { StatusHeading } from './bundle.ts';

// The form of a status list as docs/trust.md gives it: an index that is signed for, and chunks that it
// names by their hashes.

/** What a status role signs: the heading of a list, and the SHA-256 of each of its chunks. */
export interface StatusIndex extends StatusHeading {
  /** 32 bytes each. */
  readonly chunks: readonly Uint8Array[];
}

/** In every chunk of a list but the last. */
export const entriesPerChunk = 1_048_576;
/** Of one list. */
export const mostChunks: number = 64;
/** Of one list. */
export const mostEntries: number = mostChunks * entriesPerChunk;
/** Of all issuers together. */
export const mostLists: number = 256;
/** Of all lists together, counted as often as it is named; also all that is kept for an update. */
export const mostChunkBytes: number = 67_108_864;

/** How many of a list's entries each of its chunks has. */
export function entriesOfChunks(entries: number): readonly number[] {
  const count = Math.ceil(entries / entriesPerChunk);
  return Array.from({ length: count }, (_, at) => entriesOfChunk(entries, at));
}

/** How many of a list's entries one of its chunks has. */
export function entriesOfChunk(entries: number, at: number): number {
  return Math.min(entriesPerChunk, entries - at * entriesPerChunk);
}

/** The bytes of a chunk with so many entries. */
export function chunkLength(entries: number): number {
  return Math.ceil(entries / 4);
}

/** Whether bytes are a chunk of exactly so many entries: its length, and nothing after the last. */
export function isChunkOf(bytes: Uint8Array, entries: number): boolean {
  const last = byteAt(bytes, bytes.length - 1);
  return (
    bytes.length === chunkLength(entries) && (last & ~usedBits(entries)) === 0
  );
}

/** The two bits of one entry of a chunk; 0, normal, past its end. */
export function valueAt(chunk: Uint8Array, index: number): number {
  return (byteAt(chunk, index >> 2) >> ((index & 3) * 2)) & 3;
}

/** 0 past either end. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** The bits of the last byte of a chunk that its entries take up. */
export function usedBits(entries: number): number {
  const rest = entries % 4;
  return rest === 0 ? 0xff : (1 << (rest * 2)) - 1;
}
