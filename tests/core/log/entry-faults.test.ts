import { describe, expect, test } from 'vitest';
import { genesis, inspectEntries, type Entry } from '#core/log';
import { chainOf } from './chain-of.ts';
import { later, scanDraft, sha256 } from './example-records.ts';

const log = chainOf([1, 2, 3, 4, 5].map((n) => scanDraft(n, later(n))));

const faultsOf = (
  entries: readonly Entry[],
  until = 5,
): readonly (readonly [number, string])[] =>
  [...inspectEntries(entries, sha256, genesis, until)].flatMap(
    ({ seq, fault }) => (fault === undefined ? [] : [[seq, fault] as const]),
  );

const with3 = (change: Partial<Entry>): readonly Entry[] =>
  log.map((entry) => (entry.seq === 3 ? { ...entry, ...change } : entry));

describe('an inspection of the log', () => {
  test('finds nothing in a log as it was written', () => {
    expect(faultsOf(log)).toEqual([]);
  });

  test('names an entry whose column says something else, and no other', () => {
    const [third] = with3({}).slice(2, 3);
    if (third === undefined) throw new Error('no third entry');
    const columns = { ...third.columns, outcome: 'deny' } as const;
    expect(faultsOf(with3({ columns }))).toEqual([[3, 'columns']]);
  });

  test('names an entry whose header is another, and no other', () => {
    expect(faultsOf(with3({ header: Uint8Array.of(0) }))).toEqual([
      [3, 'chain'],
    ]);
  });

  test('names the one after as well where a chain value is another', () => {
    expect(faultsOf(with3({ chain: new Uint8Array(32) }))).toEqual([
      [3, 'chain'],
      [4, 'chain'],
    ]);
  });

  test('names every entry that is gone, in the middle and at the end', () => {
    expect(faultsOf(log.filter(({ seq }) => seq !== 2 && seq !== 3))).toEqual([
      [2, 'gap'],
      [3, 'gap'],
    ]);
    expect(faultsOf(log.slice(0, 3))).toEqual([
      [4, 'gap'],
      [5, 'gap'],
    ]);
    expect(faultsOf([], 2)).toEqual([
      [1, 'gap'],
      [2, 'gap'],
    ]);
  });

  test('looks no further than it is told', () => {
    expect([...inspectEntries(log, sha256, genesis, 2)]).toHaveLength(2);
  });
});
