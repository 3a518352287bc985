import { bytesToHex } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#core/result';
import type { StatusList } from '../bundle.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';
import type { Sha256 } from '../signatures.ts';
import {
  chunkLength,
  entriesOfChunk,
  isChunkOf,
  mostChunkBytes,
  mostLists,
  type StatusIndex,
} from '../status-chunks.ts';
import type { BundleFiles } from './bundle-file.ts';
import { applyDelta, deltaFolder, startOfDelta } from './delta.ts';

/** By SHA-256 in hex. */
export type Chunks = ReadonlyMap<string, Uint8Array>;

/** Where the chunks that a signed index names may come from. */
export interface ChunkPlaces {
  readonly bundle: BundleFiles;
  /** Of the bundle in force: believed already. */
  readonly held: Chunks;
  /** Whatever else the host has kept under a hash; nothing of it is believed yet. */
  readonly kept: (sha256: string) => Uint8Array | undefined;
  readonly sha256: Sha256;
}

/** More lists or more of them than is looked at, before anything is looked for. */
export function findListExcess(
  indices: readonly StatusIndex[],
): BundleRefusal | undefined {
  // Each time it is named: what is walked through for every list is not walked once.
  const size = indices
    .flatMap(namedBy)
    .reduce((sum, { entries }) => sum + chunkLength(entries), 0);
  const isExcess = indices.length > mostLists || size > mostChunkBytes;
  return isExcess
    ? { code: 'bundle-malformed', where: 'statusLists' }
    : undefined;
}

/** The lists with every chunk that their indices name, and these by hash. */
export function readLists(
  indices: readonly StatusIndex[],
  places: ChunkPlaces,
): Result<
  { readonly lists: readonly StatusList[]; readonly chunks: Chunks },
  BundleRefusal
> {
  const found = new Map<string, Uint8Array>();
  const lists: StatusList[] = [];
  for (const index of indices) {
    const chunks: Uint8Array[] = [];
    for (const named of namedBy(index)) {
      const chunk = takeChunk(named, found, places);
      if (!chunk.ok) return chunk;
      if (chunk.value === undefined) return err(missing(named.sha256));
      chunks.push(chunk.value);
    }
    lists.push({ ...index, chunks });
  }
  return ok({ lists, chunks: found });
}

/** Those of the named chunks that are there; refused where one that came is not what it should be. */
export function readChunksThere(
  indices: readonly StatusIndex[],
  places: ChunkPlaces,
): Result<Chunks, BundleRefusal> {
  const found = new Map<string, Uint8Array>();
  for (const named of indices.flatMap(namedBy)) {
    const chunk = takeChunk(named, found, places);
    if (!chunk.ok) return chunk;
  }
  return ok(found);
}

interface NamedChunk {
  /** In hex. */
  readonly sha256: string;
  readonly entries: number;
  /** Of the index, for a person. */
  readonly where: string;
}

function namedBy(index: StatusIndex): readonly NamedChunk[] {
  return index.chunks.map((hash, at) => ({
    sha256: bytesToHex(hash),
    entries: entriesOfChunk(index.entries, at),
    where: `status/${index.issuer}/${index.list}.cbor.chunks.${at}`,
  }));
}

/** Adds it to `found`, which has each of them once. */
function takeChunk(
  named: NamedChunk,
  found: Map<string, Uint8Array>,
  places: ChunkPlaces,
): Result<Uint8Array | undefined, BundleRefusal> {
  const { sha256, entries, where } = named;
  const chunk: Result<Uint8Array | undefined, BundleRefusal> = found.has(sha256)
    ? ok(found.get(sha256))
    : findChunk(named, places);
  if (!chunk.ok || chunk.value === undefined) return chunk;
  if (!isChunkOf(chunk.value, entries)) {
    return err({ code: 'bundle-malformed', where });
  }
  found.set(sha256, chunk.value);
  return chunk;
}

function findChunk(
  named: NamedChunk,
  places: ChunkPlaces,
): Result<Uint8Array | undefined, BundleRefusal> {
  const { sha256 } = named;
  const own = ownChunk(sha256, places);
  if (own !== undefined) return ok(own);
  const name = chunkName(sha256);
  const whole = places.bundle.get(name);
  if (whole === undefined) return fromDelta(named, places);
  if (!hasHash(whole, sha256, places)) {
    return err({ code: 'bundle-hash', where: name });
  }
  // Cut loose from the bundle, which is otherwise kept in memory as a whole.
  return ok(new Uint8Array(whole));
}

/** What the kiosk has; a chunk that was changed where it was kept is as good as none. */
function ownChunk(sha256: string, places: ChunkPlaces): Uint8Array | undefined {
  const held = places.held.get(sha256);
  if (held !== undefined) return held;
  const kept = places.kept(sha256);
  return kept !== undefined && hasHash(kept, sha256, places) ? kept : undefined;
}

function fromDelta(
  { sha256, entries }: NamedChunk,
  places: ChunkPlaces,
): Result<Uint8Array | undefined, BundleRefusal> {
  const folder = deltaFolder(sha256);
  for (const [where, delta] of places.bundle) {
    if (!where.startsWith(folder)) continue;
    const start = startOfDelta(delta);
    if (start === undefined || where !== `${folder}${start.slice(0, 16)}`) {
      return err({ code: 'bundle-malformed', where });
    }
    const from = ownChunk(start, places);
    if (from === undefined) continue;
    const to = applyDelta(delta, from, entries);
    if (to === undefined) return err({ code: 'bundle-malformed', where });
    if (hasHash(to, sha256, places)) return ok(to);
    return err({ code: 'bundle-hash', where });
  }
  return ok(undefined);
}

/** Where a bundle has the chunk of this hash in hex. */
export function chunkName(sha256: string): string {
  return `chunks/${sha256}`;
}

function hasHash(
  bytes: Uint8Array,
  expected: string,
  { sha256 }: Pick<ChunkPlaces, 'sha256'>,
): boolean {
  return bytesToHex(sha256(bytes)) === expected;
}

function missing(sha256: string): BundleRefusal {
  return { code: 'bundle-missing', where: chunkName(sha256) };
}
