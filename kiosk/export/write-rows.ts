import { stringify } from 'csv-stringify/sync';
import {
  entryHash,
  genesis,
  inspectEntries,
  type ChainHead,
  type Entry,
  type EntryFilter,
  type EntryStore,
} from '#core/log';
import { toPlainRow, type PlainRow } from '#kiosk/archive';
import type { Language } from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';
import { createColumns } from './csv-columns.ts';
import { createLocalTime } from './local-time.ts';
import type { PrivateOutput } from './private-output.ts';
import { createRowList, digestOf } from './row-list.ts';

export interface RowsWanted {
  readonly filter: EntryFilter;
  readonly language: Language;
  readonly timeZone: string;
}

/** What was written, but for the file's own hash. */
export interface WrittenRows {
  readonly rows: number;
  readonly firstSeq?: number;
  readonly lastSeq?: number;
  readonly head: ChainHead;
  readonly alteredSeqs: readonly number[];
  readonly altered: number;
  /** 24 bytes for each row, the headings first. */
  readonly rowList: Uint8Array;
}

/** Rows made into text together. */
const rowsAtOnce = 500;

/** Altered entries listed one by one; beyond that the number tells enough. */
const alteredListed = 1_000;

/**
 * Walks the whole log up to the head it finds, oldest first: every entry is verified, and those that fit
 * become rows. What fits is judged by the chained header, so that no changed column keeps an entry out;
 * one whose header cannot be read is always in. Memory does not grow with the log but for the row list.
 */
export function writeRows(
  entries: Pick<EntryStore, 'head' | 'walk' | 'withId'>,
  wanted: RowsWanted,
  output: PrivateOutput,
  progress: (done: number, of: number) => void,
): WrittenRows {
  const head = entries.head();
  const columns = createColumns(
    wanted.language,
    createLocalTime(wanted.timeZone),
  );
  const list = createRowList();
  const alteredSeqs: number[] = [];
  let altered = 0;
  let rows = 0;
  let ends: { firstSeq: number; lastSeq: number } | undefined;

  let waiting: (readonly string[])[] = [];
  const flush = (): void => {
    output.write(toLines(waiting));
    waiting = [];
  };
  const write = (seq: number, cells: readonly string[]): void => {
    list.add({ seq, digest: digestOf(cells) });
    waiting.push(cells);
    if (waiting.length === rowsAtOnce) flush();
  };

  output.write(Buffer.from('\u{FEFF}'));
  write(0, columns.headings());
  const walk = entries.walk(0);
  for (const found of inspectEntries(walk, sha256, genesis, head.seq)) {
    const { seq, fault } = found;
    if (seq % 1_000 === 1) progress(seq - 1, head.seq);
    if (fault !== undefined) {
      altered += 1;
      if (alteredSeqs.length < alteredListed) alteredSeqs.push(seq);
    }
    if (!('entry' in found)) continue;
    const { entry } = found;
    const row = toPlainRow(entry);
    if (!fits(row, wanted.filter)) continue;
    write(
      seq,
      columns.cells({
        row,
        refSeq: refOf(entry, entries),
        isAltered: fault !== undefined,
        entryHash: Buffer.from(entryHash(entry, sha256)).toString('hex'),
      }),
    );
    rows += 1;
    ends = { firstSeq: ends?.firstSeq ?? seq, lastSeq: seq };
  }
  flush();
  return {
    rows,
    ...ends,
    head,
    alteredSeqs,
    altered,
    rowList: list.bytes(),
  };
}

function fits(row: PlainRow, filter: EntryFilter): boolean {
  if (row.isAltered === true && row.timeState === 'unknown') return true;
  const { fromMs, untilMs, kind, outcome, reason, issuer } = filter;
  return (
    (fromMs === undefined || row.atMs >= fromMs) &&
    (untilMs === undefined || row.atMs < untilMs) &&
    (kind === undefined || row.kind === kind) &&
    (outcome === undefined || row.outcome === outcome) &&
    (reason === undefined || row.reasons[0] === reason) &&
    (issuer === undefined || row.issuer === issuer)
  );
}

function refOf(
  { ref }: Entry,
  entries: Pick<EntryStore, 'withId'>,
): number | undefined {
  return ref === undefined ? undefined : entries.withId(ref)?.seq;
}

/** RFC 4180: CRLF, quoted where a cell holds a comma or a quote. */
function toLines(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(stringify([...rows], { record_delimiter: 'windows' }));
}
