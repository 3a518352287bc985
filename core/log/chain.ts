import type { Sha256 } from '#core/trust';
import type { ChainHead, Entry } from './entry.ts';
import { columnsOf, readHeader } from './header.ts';

/** The sealed hash of an entry without a sealed blob. */
export const noSealedHash: Uint8Array = new Uint8Array(32);

/** What stands before the first entry. */
export const genesis: ChainHead = { seq: 0, chain: new Uint8Array(32) };

/** SHA-256(0x01 ‖ previous ‖ SHA-256(header ‖ sealedHash)): covers the blob's hash, so a blob can go. */
export function chainNext(
  previous: Uint8Array,
  header: Uint8Array,
  sealedHash: Uint8Array,
  sha256: Sha256,
): Uint8Array {
  const link = entryHash({ header, sealedHash }, sha256);
  return sha256(concat(Uint8Array.of(1), previous, link));
}

/** SHA-256(header ‖ sealedHash): stands for the entry in the chain and in exports. */
export function entryHash(
  { header, sealedHash }: Pick<Entry, 'header' | 'sealedHash'>,
  sha256: Sha256,
): Uint8Array {
  return sha256(concat(header, sealedHash));
}

/** What is wrong with the first entry that does not hold. */
export type ChainFault =
  /** A seq is missing, or out of order. */
  | 'gap'
  /** The header bytes are no header. */
  | 'header'
  /** A column says something else than the header. */
  | 'columns'
  /** The chain value does not follow from the entry before. */
  | 'chain';

export interface ChainProof {
  /** How many entries were looked at, the broken one included. */
  readonly entries: number;
  readonly brokenAtSeq?: number;
  readonly fault?: ChainFault;
}

/**
 * Walks entries oldest first and names the first that does not hold. `after` is the head before the
 * first of them; by default the walk begins with the log. Entries cut off the end leave no trace
 * here: only a head kept elsewhere shows that.
 */
export function verifyChain(
  entries: Iterable<Entry>,
  sha256: Sha256,
  after: ChainHead = genesis,
): ChainProof {
  let head = after;
  let count = 0;
  for (const entry of entries) {
    count += 1;
    const fault = faultOf(entry, head, sha256);
    if (fault !== undefined) {
      return { entries: count, brokenAtSeq: head.seq + 1, fault };
    }
    head = entry;
  }
  return { entries: count };
}

/** What is wrong with an entry; its link cannot be judged where the head before it is not known. */
export function faultOf(
  entry: Entry,
  head: ChainHead | undefined,
  sha256: Sha256,
): ChainFault | undefined {
  const { header, sealedHash, chain } = entry;
  if (head !== undefined) {
    if (entry.seq !== head.seq + 1) return 'gap';
    if (!isEqual(chain, chainNext(head.chain, header, sealedHash, sha256))) {
      return 'chain';
    }
  }
  const read = readHeader(header);
  if (!read.ok) return 'header';
  const { seq, id, kind, ref } = read.value;
  const repeats =
    entry.seq === seq &&
    entry.id === id &&
    entry.kind === kind &&
    entry.ref === ref &&
    hasSameFields(entry.columns, columnsOf(read.value));
  return repeats ? undefined : 'columns';
}

function hasSameFields(one: object, other: object): boolean {
  const left = Object.entries(one);
  const right = new Map<string, unknown>(Object.entries(other));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.get(key) === value)
  );
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length && one.every((byte, at) => byte === other[at])
  );
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    parts.reduce((length, part) => length + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
