import { genesis, verifyChain, type ChainHead } from '#core/log';
import type { Connection } from './connection.ts';
import type { EntryReader } from './entry-reader.ts';
import { StoreError } from './failure.ts';
import { sha256 } from './sha256.ts';

/** Entries at the end of the log that an interrupted write could have touched, with room to spare. */
const tailLength = 64;

/** Looks at a file whose disk has just failed: its structure, and the end of its chain. */
export function recheck(connection: Connection, entries: EntryReader): void {
  const structure: unknown = connection.pragma('quick_check(1)', {
    simple: true,
  });
  if (structure !== 'ok') fail(`quick_check: ${String(structure)}`);

  const afterSeq = Math.max(0, entries.head().seq - tailLength);
  const proof = verifyChain(
    entries.slice(afterSeq),
    sha256,
    headAt(afterSeq, entries),
  );
  if (proof.brokenAtSeq !== undefined) {
    fail(`the chain breaks at entry ${String(proof.brokenAtSeq)}`);
  }
}

function headAt(seq: number, entries: EntryReader): ChainHead {
  return entries.withSeq(seq) ?? genesis;
}

function fail(message: string): never {
  throw new StoreError({ code: 'store.corrupt', message });
}
