import { describe, expect, onTestFinished, test } from 'vitest';
import { openReader, type StoreReader } from '#db';
import { scanDraft, started } from '../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

function readerOf(folder: string): StoreReader {
  const reader = valueOf(openReader(folder));
  onTestFinished(() => {
    reader.close();
  });
  return reader;
}

describe('a reader', () => {
  test('sees what the store has committed, at once, while the store is open', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const reader = readerOf(folder);
    expect(reader.entries.head().seq).toBe(0);
    const sealed = Uint8Array.of(7);
    valueOf(store.entries.append({ ...scanDraft(1), sealed }));
    expect(reader.entries.head()).toEqual(store.entries.head());
    expect(reader.sealed.blob(1)).toEqual(sealed);
    expect([...reader.entries.walk(0)]).toEqual([...store.entries.walk(0)]);
    expect(reader.entries.page({ limit: 5 }).entries).toHaveLength(1);
    expect(reader.entries.countSince(0).admit).toBe(1);
  });

  test('in the middle of a walk does not stand in the way of the store', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    valueOf(store.entries.append(started));
    const walk = readerOf(folder).entries.walk(0)[Symbol.iterator]();
    walk.next();
    expect(valueOf(store.entries.append(scanDraft(1))).seq).toBe(2);
    expect(store.entries.probe().ok).toBe(true);
  });

  test('has nothing to open where there has been no store', () => {
    expect(openReader(newFolder())).toMatchObject({
      ok: false,
      error: { code: 'store.io' },
    });
  });
});
