import {
  genesis,
  type ChainHead,
  type Entry,
  type EntryStore,
} from '#core/log';
import type { Connection } from './connection.ts';
import { createEntryPager } from './entry-pager.ts';
import { entryColumns, toEntry, type EntryRow } from './entry-row.ts';

/** The reading half of the log on one connection. */
export interface EntryReader extends Omit<
  EntryStore,
  'append' | 'probe' | 'walk'
> {
  /** Some entries after that seq, oldest first; none at the end. */
  slice(afterSeq: number): readonly Entry[];
}

/** Rows read at once by a walk: no read outlasts this, so none holds back a checkpoint of the file. */
const sliceLength = 500;

export function createEntryReader(connection: Connection): EntryReader {
  const head = connection.prepare<[], ChainHead>(`
    SELECT seq, chain
    FROM entry
    ORDER BY seq DESC
    LIMIT 1`);
  const slice = connection.prepare<[number, number], EntryRow>(`
    SELECT ${entryColumns}
    FROM entry
    WHERE seq > ?
    ORDER BY seq
    LIMIT ?`);
  // Named, because the planner would rather have its groups in order and walk the whole log for it.
  const counts = connection.prepare<[number], { outcome: string; n: number }>(`
    SELECT outcome, count(*) AS n
    FROM entry INDEXED BY entry_by_time
    WHERE at_ms >= ?
      AND outcome IS NOT NULL
    GROUP BY outcome`);
  const withSeq = connection.prepare<[number], EntryRow>(`
    SELECT ${entryColumns}
    FROM entry
    WHERE seq = ?`);
  const withId = connection.prepare<[string], EntryRow>(`
    SELECT ${entryColumns}
    FROM entry
    WHERE id = ?`);
  const about = connection.prepare<[string], EntryRow>(`
    SELECT ${entryColumns}
    FROM entry
    WHERE ref = ?
    ORDER BY seq
    LIMIT 100`);
  // From one issuer to the next through the index: as many steps as issuers, however long the log.
  const issuers = connection.prepare<[], { issuer: string }>(`
    WITH RECURSIVE found (issuer) AS (
      SELECT (SELECT issuer FROM entry WHERE issuer > '' ORDER BY issuer LIMIT 1)
      UNION ALL
      SELECT (SELECT issuer FROM entry WHERE issuer > found.issuer ORDER BY issuer LIMIT 1)
      FROM found
      WHERE found.issuer IS NOT NULL
    )
    SELECT issuer
    FROM found
    WHERE issuer IS NOT NULL`);

  return {
    head: () => {
      const row = head.get();
      return row
        ? { seq: row.seq, chain: Uint8Array.from(row.chain) }
        : genesis;
    },
    page: createEntryPager(connection),
    withSeq: (seq) => one(withSeq.get(seq)),
    withId: (id) => one(withId.get(id)),
    about: (id) => about.all(id).map(toEntry),
    issuers: () => issuers.all().map(({ issuer }) => issuer),
    slice: (afterSeq) => slice.all(afterSeq, sliceLength).map(toEntry),
    countSince: (sinceMs) => ({
      admit: 0,
      hold: 0,
      deny: 0,
      none: 0,
      ...Object.fromEntries(
        counts.all(sinceMs).map((row) => [row.outcome, row.n]),
      ),
    }),
  };
}

/** Every entry after that seq, oldest first, a slice at a time. */
export function* walkSlices(
  slice: (afterSeq: number) => readonly Entry[],
  afterSeq: number,
): Generator<Entry> {
  let entries = slice(afterSeq);
  while (entries.length > 0) {
    yield* entries;
    entries = slice(entries.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER);
  }
}

function one(row: EntryRow | undefined): Entry | undefined {
  return row && toEntry(row);
}
