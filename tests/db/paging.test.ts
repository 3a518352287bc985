import Database from 'better-sqlite3';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { toEntryDraft, type EntryDraft, type EntryFilter } from '#core/log';
import {
  appendAll,
  createEntryPager,
  openConnection,
  openReader,
  type StoreReader,
} from '#db';
import {
  admitted,
  allowed,
  checkpoint,
  later,
  noonMs,
  scanDraft,
  started,
} from '../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A scan with its own instant, outcome, reason and issuer. */
function draft(
  number: number,
  byMs: number,
  { outcome, reason, issuer }: Scan,
): EntryDraft {
  const plain = scanDraft(number, later(byMs));
  return {
    ...plain,
    body: { ...plain.body, outcome, issuer, reasons: [{ code: reason }] },
    projection: { ...plain.projection, outcome, reason, issuer },
  };
}

interface Scan {
  readonly outcome: 'admit' | 'hold' | 'deny' | 'none';
  readonly reason: string;
  readonly issuer: string;
}

const common: Scan = {
  outcome: 'admit',
  reason: 'colour-green',
  issuer: 'XJ',
};
const held: Scan = { outcome: 'hold', reason: 'fever', issuer: 'GX' };
const rare: Scan = { outcome: 'deny', reason: 'counterfeit', issuer: 'SC' };

/** Every entry that fits, by asking for page after page. */
function allPages(
  { entries }: StoreReader,
  filter: EntryFilter,
  limit: number,
): { readonly seqs: readonly number[]; readonly asked: number } {
  const seqs: number[] = [];
  let beforeSeq: number | undefined;
  let asked = 0;
  do {
    const page = entries.page({
      ...filter,
      limit,
      ...(beforeSeq !== undefined && { beforeSeq }),
    });
    seqs.push(...page.entries.map(({ seq }) => seq));
    beforeSeq = page.nextBeforeSeq;
    asked += 1;
  } while (beforeSeq !== undefined);
  return { seqs, asked };
}

/** A log in the folder, and a reader of it. */
function logOf(drafts: Iterable<EntryDraft>, folder: string): StoreReader {
  openConnection(join(folder, 'postern.db')).close();
  appendAll(folder, drafts);
  return valueOf(openReader(folder));
}

describe('a page narrowed by', () => {
  const filled = (): StoreReader => {
    const drafts = [
      started,
      draft(1, 0, common),
      draft(2, minuteMs, rare),
      draft(3, 2 * minuteMs, { ...held, issuer: 'XJ' }),
      draft(4, 3 * minuteMs, { ...rare, issuer: 'XJ' }),
    ];
    const reader = logOf(drafts, newFolder());
    onTestFinished(() => {
      reader.close();
    });
    return reader;
  };

  test.each<[string, EntryFilter, readonly number[]]>([
    ['nothing is every entry', {}, [5, 4, 3, 2, 1]],
    ['a kind', { kind: 'start' }, [1]],
    ['an outcome', { outcome: 'deny' }, [5, 3]],
    ['a reason', { reason: 'counterfeit' }, [5, 3]],
    ['an issuer', { issuer: 'XJ' }, [5, 4, 2]],
    ['an issuer and an outcome', { issuer: 'XJ', outcome: 'deny' }, [5]],
    ['a first instant, inclusive', { fromMs: noonMs + 2 * minuteMs }, [5, 4]],
    ['a last instant, exclusive', { untilMs: noonMs + minuteMs }, [2, 1]],
    [
      'an interval and everything else',
      {
        fromMs: noonMs,
        untilMs: noonMs + 4 * minuteMs,
        kind: 'scan',
        outcome: 'deny',
        reason: 'counterfeit',
        issuer: 'SC',
      },
      [3],
    ],
    ['an interval of long ago', { untilMs: noonMs - dayMs }, []],
    ['an issuer nobody has', { issuer: 'NO' }, []],
  ])('%s', (_what, filter, expected) => {
    const reader = filled();
    expect(allPages(reader, filter, 100).seqs).toEqual(expected);
    expect(allPages(reader, filter, 1).seqs).toEqual(expected);
  });

  test('anything is what a look at every entry would find, whatever the clock did', () => {
    const scan = fc.record({
      outcome: fc.constantFrom('admit', 'hold', 'deny', 'none'),
      reason: fc.constantFrom('colour-green', 'fever', 'counterfeit'),
      issuer: fc.constantFrom('XJ', 'SC'),
      byMs: fc.integer({ min: -3 * dayMs, max: 3 * dayMs }),
    });
    const asked = fc.record(
      {
        fromMs: fc.integer({ min: noonMs - dayMs, max: noonMs + dayMs }),
        untilMs: fc.integer({ min: noonMs - dayMs, max: noonMs + dayMs }),
        kind: fc.constantFrom('scan', 'start'),
        outcome: fc.constantFrom('admit', 'deny'),
        reason: fc.constantFrom('fever', 'counterfeit'),
        issuer: fc.constantFrom('XJ', 'SC'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(scan, { minLength: 1, maxLength: 40 }),
        fc.array(asked, { minLength: 20, maxLength: 20 }),
        (scans, filters) => {
          const reader = logOf(
            scans.map(({ byMs, ...each }, at) => draft(at + 1, byMs, each)),
            newFolder(),
          );
          for (const filter of filters) {
            expect(allPages(reader, filter, 7).seqs).toEqual(
              [...reader.entries.walk(0)]
                .filter(
                  ({ kind, columns }) =>
                    columns.atMs >= (filter.fromMs ?? -Infinity) &&
                    columns.atMs < (filter.untilMs ?? Infinity) &&
                    kind === (filter.kind ?? kind) &&
                    columns.outcome === (filter.outcome ?? columns.outcome) &&
                    columns.reason === (filter.reason ?? columns.reason) &&
                    columns.issuer === (filter.issuer ?? columns.issuer),
                )
                .map(({ seq }) => seq)
                .toReversed(),
            );
          }
          reader.close();
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a page of a log of 100,000', { timeout: 120_000 }, () => {
  /**
   * A scan every six seconds: two issuers with an outcome each, one in ten thousand is rare, and once
   * the clock stood a year back.
   */
  function* drafts(): Generator<EntryDraft> {
    for (let number = 1; number <= 100_000; number += 1) {
      const byMs = number === 60_001 ? -365 * dayMs : number * 6_000;
      const usual = number % 2 === 0 ? common : held;
      yield draft(number, byMs, number % 10_000 === 0 ? rare : usual);
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'postern-db-'));
  let reader: StoreReader;
  beforeAll(() => {
    reader = logOf(drafts(), folder);
  });
  afterAll(() => {
    reader.close();
    rmSync(folder, { recursive: true });
  });

  test('finds an index for every set of filters and never walks or sorts the log', () => {
    const asked = new Set<string>();
    const connection = new Database(join(folder, 'postern.db'), {
      readonly: true,
      verbose: (sql) => asked.add(String(sql)),
    });
    const pager = createEntryPager(connection);
    for (const filter of everySetOf(narrow)) pager({ ...filter, limit: 50 });
    const plans = [...asked].flatMap((sql) =>
      connection
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail),
    );
    connection.close();
    expect(plans.length).toBeGreaterThan(40);
    expect(plans.filter((plan) => /SCAN entry|TEMP B-TREE/.test(plan))).toEqual(
      [],
    );
  });

  test('finds what is rare at one look, and an interval wherever it lies', () => {
    const { entries } = reader;
    const rarest = { issuer: 'SC', outcome: 'deny', kind: 'scan' } as const;
    expect(entries.page({ ...rarest, limit: 50 }).entries).toHaveLength(10);
    expect(
      entries
        .page({ untilMs: noonMs, limit: 50 })
        .entries.map(({ seq }) => seq),
    ).toEqual([60_001]);
    expect(
      entries.page({ ...narrow.time, limit: 3 }).entries.map(({ seq }) => seq),
    ).toEqual([79_999, 79_998, 79_997]);
  });

  test('says where to go on when two common conditions meet in nothing', () => {
    const asked = { issuer: 'GX', outcome: 'admit' };
    expect(reader.entries.page({ ...asked, limit: 50 })).toEqual({
      entries: [],
      nextBeforeSeq: 96_000,
    });
    expect(allPages(reader, asked, 50)).toEqual({ seqs: [], asked: 25 });
  });

  test('lists the issuers of all', () => {
    expect(reader.entries.issuers()).toEqual(['GX', 'SC', 'XJ']);
  });
});

const narrow = {
  time: {
    fromMs: noonMs + 20_000 * 6_000,
    untilMs: noonMs + 80_000 * 6_000,
  },
  kind: { kind: 'scan' },
  outcome: { outcome: 'deny' },
  reason: { reason: 'counterfeit' },
  issuer: { issuer: 'SC' },
} satisfies Record<string, EntryFilter>;

function everySetOf(
  parts: Readonly<Record<string, EntryFilter>>,
): readonly EntryFilter[] {
  return Object.values(parts).reduce<readonly EntryFilter[]>(
    (sets, part) => [...sets, ...sets.map((set) => ({ ...set, ...part }))],
    [{}],
  );
}

describe('an entry', () => {
  test('is found by its seq, by its id, and with what was written about it', () => {
    const { entries } = storeIn(newFolder());
    valueOf(entries.append(started));
    valueOf(entries.append(toEntryDraft(admitted, checkpoint)));
    valueOf(entries.append(toEntryDraft(allowed, checkpoint)));
    expect(entries.withSeq(2)?.id).toBe(admitted.id);
    expect(entries.withId(admitted.id)?.seq).toBe(2);
    expect(entries.about(admitted.id).map(({ seq }) => seq)).toEqual([3]);
    expect(entries.withSeq(4)).toBeUndefined();
    expect(entries.withId('nobody')).toBeUndefined();
    expect(entries.about(allowed.id)).toEqual([]);
  });
});
