import { describe, expect, test } from 'vitest';
import { readHeader, verifyChain, type EntryPage } from '#core/log';
import {
  later,
  noonMs,
  scanDraft,
  sha256,
  started,
} from '../core/log/example-records.ts';
import { chainOf } from '../core/log/chain-of.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

describe('the log', () => {
  test('begins empty', () => {
    const { entries } = storeIn(newFolder());
    expect(entries.head()).toEqual({ seq: 0, chain: new Uint8Array(32) });
    expect([...entries.walk(0)]).toEqual([]);
    expect(entries.page({ limit: 10 }).entries).toEqual([]);
  });

  test('numbers entries without a gap and chains each to the one before', () => {
    const { entries } = storeIn(newFolder());
    const drafts = [started, scanDraft(1), scanDraft(2)];
    const heads = drafts.map((draft) => valueOf(entries.append(draft)));
    expect(heads.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect([...entries.walk(0)]).toEqual(chainOf(drafts));
    expect(entries.head()).toEqual(heads.at(-1));
  });

  test('goes on where it was after a restart', () => {
    const folder = newFolder();
    const before = storeIn(folder);
    valueOf(before.entries.append(started));
    before.close();
    const after = storeIn(folder);
    expect(valueOf(after.entries.append(scanDraft(1))).seq).toBe(2);
    expect(verifyChain(after.entries.walk(0), sha256)).toEqual({ entries: 2 });
  });

  test('keeps a sealed blob beside its entry and its hash in the chain', () => {
    const { entries, sealed } = storeIn(newFolder());
    const blob = Uint8Array.of(1, 2, 3);
    valueOf(entries.append({ ...scanDraft(1), sealed: blob }));
    valueOf(entries.append(scanDraft(2)));
    expect(sealed.blob(1)).toEqual(blob);
    expect(sealed.blob(2)).toBeUndefined();
    expect([...entries.walk(0)].map(({ sealedHash }) => sealedHash)).toEqual([
      sha256(blob),
      new Uint8Array(32),
    ]);
  });

  test('takes the same entry twice and holds it once', () => {
    const { entries } = storeIn(newFolder());
    const draft = { ...scanDraft(1), sealed: Uint8Array.of(1) };
    const first = valueOf(entries.append(draft));
    valueOf(entries.append(scanDraft(2)));
    const again = entries.append({ ...draft, sealed: Uint8Array.of(2) });
    expect(valueOf(again)).toEqual(first);
    expect(entries.head().seq).toBe(2);
  });

  test('does not take another entry under an id it holds', () => {
    const { entries } = storeIn(newFolder());
    valueOf(entries.append(scanDraft(1)));
    const other = { ...scanDraft(1), at: later(1) };
    expect(() => entries.append(other)).toThrow('another entry has the id');
    expect(entries.head().seq).toBe(1);
  });

  test('does not take a draft whose columns would not repeat its header', () => {
    const { entries } = storeIn(newFolder());
    const draft = { ...scanDraft(1), projection: { outcome: 'deny' } as const };
    expect(() => entries.append(draft)).toThrow('projection');
    expect(entries.head().seq).toBe(0);
  });

  test('is left as it was by a probe', () => {
    const { entries } = storeIn(newFolder());
    valueOf(entries.append(started));
    const before = entries.head();
    expect(entries.probe()).toEqual({ ok: true, value: undefined });
    expect(entries.head()).toEqual(before);
    expect(valueOf(entries.append(scanDraft(1))).seq).toBe(2);
  });

  test('says that it is closed once it is', () => {
    const store = storeIn(newFolder());
    store.close();
    const closed = { ok: false, error: { code: 'store.closed' } };
    expect(store.entries.append(started)).toMatchObject(closed);
    expect(store.entries.probe()).toMatchObject(closed);
    expect(() => store.entries.head()).toThrow('store.closed');
  });
});

describe('a walk', { timeout: 60_000 }, () => {
  test('passes every entry once, oldest first, however many there are', () => {
    const { entries } = storeIn(newFolder());
    for (let n = 1; n <= 503; n += 1) valueOf(entries.append(scanDraft(n)));
    const seqs = [...entries.walk(0)].map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 503 }, (_, at) => at + 1));
    expect([...entries.walk(501)].map(({ seq }) => seq)).toEqual([502, 503]);
  });

  test('does not stand in the way of new entries', () => {
    const { entries } = storeIn(newFolder());
    valueOf(entries.append(scanDraft(1)));
    const seen: number[] = [];
    for (const { seq } of entries.walk(0)) {
      seen.push(seq);
      if (seq < 3) valueOf(entries.append(scanDraft(seq + 1)));
    }
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('a page', () => {
  const { outcome: _, ...rest } = scanDraft(0).body;
  const kinds = ['admit', 'deny', 'admit', 'hold', 'admit', 'none'] as const;

  const filled = () => {
    const store = storeIn(newFolder());
    valueOf(store.entries.append(started));
    for (const [index, outcome] of kinds.entries()) {
      const draft = scanDraft(index + 1, later(index * 1_000));
      const body = { ...rest, outcome };
      const projection = { ...draft.projection, outcome };
      valueOf(store.entries.append({ ...draft, body, projection }));
    }
    return store.entries;
  };
  const seqs = ({ entries }: EntryPage) => entries.map(({ seq }) => seq);

  test('is the newest entries first', () => {
    expect(seqs(filled().page({ limit: 3 }))).toEqual([7, 6, 5]);
  });

  test('goes on before the last entry of the page before', () => {
    expect(seqs(filled().page({ limit: 3, beforeSeq: 5 }))).toEqual([4, 3, 2]);
  });

  test('is of one kind, one outcome, or both', () => {
    const entries = filled();
    expect(seqs(entries.page({ kind: 'start', limit: 9 }))).toEqual([1]);
    expect(seqs(entries.page({ outcome: 'admit', limit: 9 }))).toEqual([
      6, 4, 2,
    ]);
    expect(
      seqs(
        entries.page({
          kind: 'scan',
          outcome: 'admit',
          beforeSeq: 6,
          limit: 1,
        }),
      ),
    ).toEqual([4]);
    expect(
      seqs(entries.page({ kind: 'start', outcome: 'admit', limit: 9 })),
    ).toEqual([]);
  });

  test('holds entries whose header says what their columns say', () => {
    const [entry] = filled().page({ limit: 1 }).entries;
    const header = entry && readHeader(entry.header);
    expect(header?.ok && header.value.body['outcome']).toBe('none');
    expect(entry?.columns.outcome).toBe('none');
  });

  test('counts the scans since an instant by outcome', () => {
    const entries = filled();
    expect(entries.countSince(noonMs)).toEqual({
      admit: 3,
      hold: 1,
      deny: 1,
      none: 1,
    });
    expect(entries.countSince(noonMs + 4_000)).toEqual({
      admit: 1,
      hold: 0,
      deny: 0,
      none: 1,
    });
  });
});
