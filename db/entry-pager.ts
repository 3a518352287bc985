import type { EntryFilter, EntryPage, PageRequest } from '#core/log';
import type { Connection } from './connection.ts';
import { entryColumns, toEntry, type EntryRow } from './entry-row.ts';

/** Entries one page may look at before it hands out what it has found: a few milliseconds of work. */
const looksAtMost = 2_000;

/**
 * Reads pages of the log by seq. Of several conditions the one whose entries reach furthest back
 * leads, through its index; the others are looked at entry by entry, and no further than that many.
 */
export function createEntryPager(
  connection: Connection,
): (request: PageRequest) => EntryPage {
  const stretchOf = createStretchFinder(connection);
  const reachOf = createReachFinder(connection);
  const select = createSelect(connection);

  return (request) => {
    const beforeSeq = request.beforeSeq ?? Number.MAX_SAFE_INTEGER;
    const stretch = stretchOf(request);
    if (stretch === undefined) return { entries: [] };
    const range = {
      lowest: stretch.lowest,
      highest: Math.min(stretch.highest, beforeSeq - 1),
    };
    const { lead, reach } = reachOf(request, range);
    const entries = select(lead, request, { ...range, lowest: reach });
    const last = entries.at(-1);
    if (entries.length === request.limit && last !== undefined)
      return last.seq > stretch.lowest
        ? { entries, nextBeforeSeq: last.seq }
        : { entries };
    return reach > stretch.lowest
      ? { entries, nextBeforeSeq: reach }
      : { entries };
  };
}

/** A part of the log by seq, both ends inclusive. */
interface Stretch {
  readonly lowest: number;
  readonly highest: number;
}

const conditions = ['reason', 'issuer', 'outcome', 'kind'] as const;
type Condition = (typeof conditions)[number];

/**
 * The shortest stretch that holds every entry of the interval: asked of each day in it, so that the
 * days before and after cost nothing, however the clock has moved. Undefined where there is none.
 */
function createStretchFinder(
  connection: Connection,
): (filter: EntryFilter) => Stretch | undefined {
  const ends = (order: 'ASC' | 'DESC') => `(
    SELECT seq
    FROM entry INDEXED BY entry_by_day
    WHERE at_day = day.number
      AND at_ms >= @from
      AND at_ms < @until
    ORDER BY seq ${order}
    LIMIT 1)`;
  const nextDay = (after: string) => `(
    SELECT at_day
    FROM entry INDEXED BY entry_by_day
    WHERE at_day ${after}
    ORDER BY at_day
    LIMIT 1)`;
  const find = connection.prepare<
    [object],
    { lowest: number | null; highest: number | null }
  >(`
    WITH RECURSIVE day (number) AS (
      SELECT ${nextDay('>= @first')}
      UNION ALL
      SELECT ${nextDay('> day.number')}
      FROM day
      WHERE day.number < @last
    )
    SELECT min(${ends('ASC')}) AS lowest, max(${ends('DESC')}) AS highest
    FROM day
    WHERE number <= @last`);
  const head = connection.prepare<[], { seq: number | null }>(
    'SELECT max(seq) AS seq FROM entry',
  );

  return ({ fromMs, untilMs }) => {
    if (fromMs === undefined && untilMs === undefined) {
      const newest = head.get()?.seq ?? 0;
      return newest === 0 ? undefined : { lowest: 1, highest: newest };
    }
    const from = fromMs ?? Number.MIN_SAFE_INTEGER;
    const until = untilMs ?? Number.MAX_SAFE_INTEGER;
    const found = find.get({
      from,
      until,
      first: dayOf(from),
      last: dayOf(until),
    });
    if (found === undefined) return undefined;
    const { lowest, highest } = found;
    return lowest === null || highest === null
      ? undefined
      : { lowest, highest };
  };
}

/** As the column at_day has it: division of integers, rounded towards zero. */
function dayOf(atMs: number): number {
  return Math.trunc(atMs / 86_400_000);
}

/** Which condition leads, and the seq down to which it can be followed in one page. */
function createReachFinder(
  connection: Connection,
): (
  filter: EntryFilter,
  range: Stretch,
) => { readonly lead: Condition | undefined; readonly reach: number } {
  const reach = (condition: Condition) =>
    connection.prepare<[object], { seq: number }>(`
      SELECT seq
      FROM entry INDEXED BY entry_by_${condition}
      WHERE ${condition} = @value
        AND seq BETWEEN @lowest AND @highest
      ORDER BY seq DESC
      LIMIT 1
      OFFSET ${String(looksAtMost - 1)}`);
  const statements = {
    reason: reach('reason'),
    issuer: reach('issuer'),
    outcome: reach('outcome'),
    kind: reach('kind'),
  };

  return (filter, range) => {
    const { lowest, highest } = range;
    const unled = Math.max(lowest, highest - looksAtMost + 1);
    let found: ReturnType<ReturnType<typeof createReachFinder>> = {
      lead: undefined,
      reach: unled,
    };
    for (const condition of conditions) {
      const value = filter[condition];
      if (value === undefined) continue;
      const seq = statements[condition].get({ value, ...range })?.seq ?? lowest;
      if (found.lead === undefined || seq < found.reach)
        found = { lead: condition, reach: seq };
    }
    return found;
  };
}

/** One statement for each leader and set of conditions, prepared when it is first asked for. */
function createSelect(connection: Connection) {
  const prepare = (lead: Condition | undefined, asked: readonly Condition[]) =>
    connection.prepare<[object], EntryRow>(`
      SELECT ${entryColumns}
      FROM entry ${lead === undefined ? 'NOT INDEXED' : `INDEXED BY entry_by_${lead}`}
      WHERE ${[
        'seq BETWEEN @lowest AND @highest',
        'at_ms >= @from',
        'at_ms < @until',
        ...asked.map((condition) => `${condition} = @${condition}`),
      ].join('\n        AND ')}
      ORDER BY seq DESC
      LIMIT @limit`);
  const prepared = new Map<string, ReturnType<typeof prepare>>();

  return (
    lead: Condition | undefined,
    request: PageRequest,
    { lowest, highest }: Stretch,
  ) => {
    const asked = conditions.filter(
      (condition) => request[condition] !== undefined,
    );
    const key = [lead, ...asked].join();
    const statement = prepared.get(key) ?? prepare(lead, asked);
    prepared.set(key, statement);
    const { kind, outcome, reason, issuer, limit } = request;
    return statement
      .all({
        lowest,
        highest,
        limit,
        kind,
        outcome,
        reason,
        issuer,
        from: request.fromMs ?? Number.MIN_SAFE_INTEGER,
        until: request.untilMs ?? Number.MAX_SAFE_INTEGER,
      })
      .map(toEntry);
  };
}
