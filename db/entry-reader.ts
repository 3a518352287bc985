import {
  genesis,
  type ChainHead,
  type Entry,
  type EntryFilter,
  type EntryStore,
} from '#core/log';
import type { Connection } from './connection.ts';
import { toEntry, type EntryRow } from './entry-row.ts';

/** The reading half of the log on one connection. */
export interface EntryReader extends Pick<
  EntryStore,
  'head' | 'page' | 'countSince'
> {
  /** Some entries after that seq, oldest first; none at the end. */
  slice(afterSeq: number): readonly Entry[];
}

const columns = `
  seq, id, kind, ref, boot_id, mono_ms, at_ms, time_state,
  outcome, reason, issuer, dedupe_tag, masked_name, masked_document,
  header, sealed_hash, chain`;

/** Rows read at once by a walk: no read outlasts this, so none holds back a checkpoint of the file. */
const sliceLength = 500;

export function createEntryReader(connection: Connection): EntryReader {
  const head = connection.prepare<[], ChainHead>(`
    SELECT seq, chain
    FROM entry
    ORDER BY seq DESC
    LIMIT 1`);
  const slice = connection.prepare<[number, number], EntryRow>(`
    SELECT ${columns}
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
  const readPage = createPageReader(connection);

  return {
    head: () => {
      const row = head.get();
      return row
        ? { seq: row.seq, chain: Uint8Array.from(row.chain) }
        : genesis;
    },
    page: readPage,
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

/** One statement for each set of filters, so that each finds its index. */
function createPageReader(
  connection: Connection,
): (filter: EntryFilter) => readonly Entry[] {
  const page = (...conditions: readonly string[]) =>
    connection.prepare<[object], EntryRow>(`
      SELECT ${columns}
      FROM entry
      WHERE ${['seq < @before', ...conditions].join('\n        AND ')}
      ORDER BY seq DESC
      LIMIT @limit`);
  const statements = {
    all: page(),
    kind: page('kind = @kind'),
    outcome: page('outcome = @outcome'),
    both: page('kind = @kind', 'outcome = @outcome'),
  };

  return (filter) => {
    const { kind, outcome, limit } = filter;
    const before = filter.beforeSeq ?? Number.MAX_SAFE_INTEGER;
    return statements[conditionsOf(filter)]
      .all({ before, limit, kind, outcome })
      .map(toEntry);
  };
}

function conditionsOf({
  kind,
  outcome,
}: EntryFilter): 'all' | 'kind' | 'outcome' | 'both' {
  if (kind === undefined) return outcome === undefined ? 'all' : 'outcome';
  return outcome === undefined ? 'kind' : 'both';
}
