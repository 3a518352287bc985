import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyChain, type EntryDraft } from '#core/log';
import type { Store } from '#db';
import { later, scanDraft, sha256 } from '../core/log/example-records.ts';
import { newFolder, storeIn } from './store-in.ts';

const full = { ok: false, error: { code: 'store.full' } };

/** Some entry with a blob that takes a page of its own. */
const large = (number: number): EntryDraft => ({
  ...scanDraft(number, later(number)),
  sealed: new Uint8Array(4_000).fill(number),
});

/** Appends until there is no room; the first draft that was not taken. */
function fill(store: Store): EntryDraft {
  for (let number = 1; number < 1_000; number += 1) {
    const draft = large(number);
    const appended = store.entries.append(draft);
    if (!appended.ok) return draft;
  }
  throw new Error('it was never full');
}

/** Deletes sealed blobs as a purge does: by another connection, with the room left in the file. */
function makeRoom(folder: string): void {
  const database = new Database(join(folder, 'postern.db'));
  database.exec('DELETE FROM sealed WHERE seq <= 30');
  database.close();
}

describe('a full database', { timeout: 60_000 }, () => {
  test('takes no entry, says so, and keeps every entry it acknowledged', () => {
    const store = storeIn(newFolder(), { maxPages: 100 });
    const refused = fill(store);
    const { seq } = store.entries.head();
    expect(seq).toBeGreaterThan(30);
    expect(store.entries.append(refused)).toMatchObject(full);
    expect(store.entries.head().seq).toBe(seq);
    expect(verifyChain(store.entries.walk(0), sha256)).toEqual({
      entries: seq,
    });
  });

  test('is found by a probe', () => {
    const store = storeIn(newFolder(), { maxPages: 100 });
    expect(store.entries.probe().ok).toBe(true);
    fill(store);
    expect(store.entries.probe()).toMatchObject(full);
  });

  test('remembers no instant of an entry it did not take', () => {
    const store = storeIn(newFolder(), { maxPages: 100 });
    store.clock.believe(1_000);
    const refused = fill(store);
    const before = store.clock.memory();
    const muchLater = { ...refused, at: later(86_400_000) };
    expect(store.entries.append(muchLater)).toMatchObject(full);
    expect(store.clock.memory()).toEqual(before);
  });

  test('takes the refused entry once room has returned, without being opened again', () => {
    const folder = newFolder();
    const store = storeIn(folder, { maxPages: 100 });
    const refused = fill(store);
    const { seq } = store.entries.head();
    makeRoom(folder);
    expect(store.entries.probe().ok).toBe(true);
    expect(store.entries.append(refused)).toMatchObject({
      ok: true,
      value: { seq: seq + 1 },
    });
    expect(verifyChain(store.entries.walk(0), sha256)).toEqual({
      entries: seq + 1,
    });
  });

  test('opens again while it is full, and can be read', () => {
    const folder = newFolder();
    const before = storeIn(folder, { maxPages: 100 });
    const refused = fill(before);
    const head = before.entries.head();
    before.close();
    const after = storeIn(folder, { maxPages: 100 });
    expect(after.entries.head()).toEqual(head);
    expect(after.entries.append(refused)).toMatchObject(full);
  });
});
