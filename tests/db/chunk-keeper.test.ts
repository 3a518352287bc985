import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openReader, type Store } from '#db';
import { heldBundle } from './held-bundle.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

/** By hash, each of so many bytes that are all the same. */
function chunksOf(
  ...fills: readonly number[]
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    fills.map((fill) => {
      const bytes = new Uint8Array(100).fill(fill);
      return [createHash('sha256').update(bytes).digest('hex'), bytes];
    }),
  );
}

const all = chunksOf(1, 2, 3, 4);

/** As large as a chunk can be, under hashes that nobody asks about here. */
function many(from: number, until: number): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Array.from({ length: until - from }, (_, at) => [
      (from + at).toString(16).padStart(64, '0'),
      largest,
    ]),
  );
}

const largest = new Uint8Array(262_144);

/** Which of the four chunks are there, as they should be. */
function there(trust: Pick<Store['trust'], 'chunk'>): readonly number[] {
  return [...all].flatMap(([sha256, bytes]) => {
    const found = trust.chunk(sha256);
    if (found === undefined) return [];
    expect(found).toEqual(bytes);
    return [bytes[0] ?? 0];
  });
}

function raw(folder: string): Database.Database {
  const database = new Database(join(folder, 'postern.db'));
  onTestFinished(() => {
    database.close();
  });
  return database;
}

describe('the chunks of status lists', () => {
  test('come with the bundle that names them and go with it, across restarts', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(there(store.trust)).toEqual([]);
    store.trust.replace(heldBundle({ version: 5, chunks: chunksOf(1, 2) }));
    expect(there(store.trust)).toEqual([1, 2]);
    store.trust.replace(heldBundle({ version: 6, chunks: chunksOf(2, 3) }));
    store.close();
    expect(there(storeIn(folder).trust)).toEqual([2, 3]);
  });

  test('are kept for an update beside those in force, and outlive a restart', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.trust.replace(heldBundle({ version: 5, chunks: chunksOf(1) }));
    store.trust.keep(chunksOf(1, 2, 3));
    expect(there(store.trust)).toEqual([1, 2, 3]);
    store.close();
    const again = storeIn(folder);
    expect(there(again.trust)).toEqual([1, 2, 3]);
    again.trust.replace(heldBundle({ version: 6, chunks: chunksOf(3, 4) }));
    expect(there(again.trust)).toEqual([3, 4]);
  });

  test('are kept for one update at a time: others than are named now are gone', () => {
    const { trust } = storeIn(newFolder());
    trust.replace(heldBundle({ version: 5, chunks: chunksOf(1) }));
    trust.keep(chunksOf(2, 3));
    trust.keep(chunksOf(3, 4));
    expect(there(trust)).toEqual([1, 3, 4]);
    trust.keep(new Map());
    expect(there(trust)).toEqual([1]);
  });

  test('stay, where they are named once more, though nobody brings them again', () => {
    const { trust } = storeIn(newFolder());
    trust.keep(chunksOf(1, 2));
    trust.keep(chunksOf(3), new Set(chunksOf(2, 4).keys()));
    expect(there(trust)).toEqual([2, 3]);
  });

  test('stay in force when they are kept as well', () => {
    const { trust } = storeIn(newFolder());
    trust.replace(heldBundle({ version: 5, chunks: chunksOf(1) }));
    trust.keep(chunksOf(1));
    trust.keep(chunksOf(2));
    expect(there(trust)).toEqual([1, 2]);
  });

  test('are never kept beyond 64 MiB', () => {
    const { trust } = storeIn(newFolder());
    trust.keep(many(0, 130));
    for (const [more, besides] of [
      [many(0, 257), new Set<string>()],
      [many(130, 257), new Set(many(0, 130).keys())],
    ] as const) {
      expect(() => {
        trust.keep(more, besides);
      }).toThrow(RangeError);
    }
    const [first = '', last = ''] = many(129, 131).keys();
    expect(trust.chunk(first)).toHaveLength(262_144);
    expect(trust.chunk(last)).toBeUndefined();
  });

  test('that were changed on the disk are put right by whoever brings them', () => {
    const folder = newFolder();
    const { trust } = storeIn(folder);
    trust.replace(heldBundle({ version: 5, chunks: chunksOf(1) }));
    trust.keep(chunksOf(2));
    raw(folder).exec(`UPDATE chunk SET bytes = zeroblob(9)`);
    trust.keep(chunksOf(2));
    trust.replace(heldBundle({ version: 6, chunks: chunksOf(1, 2) }));
    expect(there(trust)).toEqual([1, 2]);
  });

  test('that are there already are not written again', () => {
    const folder = newFolder();
    const { trust } = storeIn(folder);
    trust.replace(heldBundle({ version: 5, chunks: chunksOf(1, 2) }));
    raw(folder).exec(`
      CREATE TRIGGER chunk_is_written BEFORE UPDATE ON chunk
      BEGIN SELECT RAISE(ABORT, 'written again'); END`);
    trust.replace(heldBundle({ version: 6, chunks: chunksOf(1, 2) }));
    trust.keep(chunksOf(1, 2));
    expect(there(trust)).toEqual([1, 2]);
  });

  test('are read by another thread as soon as they are there', () => {
    const folder = newFolder();
    const { trust } = storeIn(folder);
    const reader = valueOf(openReader(folder));
    onTestFinished(() => {
      reader.close();
    });
    expect(reader.trust.file()).toBeUndefined();
    const held = heldBundle({ version: 5, chunks: chunksOf(1) });
    trust.replace(held);
    trust.keep(chunksOf(2));
    expect(reader.trust.file()).toEqual(held.bundle);
    expect(there(reader.trust)).toEqual([1, 2]);
  });
});

describe('a bundle and its chunks', () => {
  const held = heldBundle({ version: 5, chunks: chunksOf(1, 2) });
  const next = heldBundle({ version: 6, chunks: chunksOf(2, 3) });

  // Whatever statement of the replacement is the last one: all of it or nothing.
  test.each([
    ['as it removes a chunk', 'DELETE ON chunk'],
    ['as it writes a chunk', 'INSERT ON chunk'],
    ['as it writes the bundle', 'UPDATE ON bundle'],
    ['as it believes the time', 'UPDATE ON clock'],
  ])('are the old ones or the new ones when a store dies %s', (_when, step) => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.trust.replace(held);
    store.trust.keep(chunksOf(4));
    const before = store.clock.memory();
    const other = raw(folder);
    other.exec(`
      CREATE TRIGGER killed BEFORE ${step}
      BEGIN SELECT RAISE(ABORT, 'killed'); END`);
    expect(() => {
      store.trust.replace(next);
    }).toThrow('killed');
    expect(store.trust.file()).toEqual(held.bundle);
    expect(there(store.trust)).toEqual([1, 2, 4]);
    expect(store.clock.memory()).toEqual(before);
    other.exec('DROP TRIGGER killed');
    store.trust.replace(next);
    expect(store.trust.file()).toEqual(next.bundle);
    expect(there(store.trust)).toEqual([2, 3]);
  });

  test.each([
    ['as it forgets what was kept before', 'DELETE ON chunk'],
    ['as it keeps another', 'INSERT ON chunk'],
  ])('keep what was kept when a store dies %s', (_when, step) => {
    const folder = newFolder();
    const { trust } = storeIn(folder);
    trust.replace(held);
    trust.keep(chunksOf(3));
    raw(folder).exec(`
      CREATE TRIGGER killed BEFORE ${step}
      BEGIN SELECT RAISE(ABORT, 'killed'); END`);
    expect(() => {
      trust.keep(chunksOf(4));
    }).toThrow('killed');
    expect(there(trust)).toEqual([1, 2, 3]);
  });

  test('do not give way to an older one', () => {
    const { trust } = storeIn(newFolder());
    trust.replace(next);
    expect(() => {
      trust.replace(held);
    }).toThrow('never goes back');
    expect(there(trust)).toEqual([2, 3]);
  });
});
