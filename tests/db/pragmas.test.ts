import Database from 'better-sqlite3';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate, migrations, openConnection, openStore } from '#db';
import { scanDraft, started } from '../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

describe('a writing connection', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['temp_store', 2],
    ['auto_vacuum', 2],
    ['journal_size_limit', 4_194_304],
  ])('runs under %s = %j, on a new file and on an old one', (name, value) => {
    const file = join(newFolder(), 'x.db');
    for (const _ of ['new', 'old']) {
      const connection = openConnection(file);
      connection.prepare('SELECT count(*) FROM entry').get();
      expect(connection.pragma(name, { simple: true })).toBe(value);
      connection.close();
    }
  });

  test('is not had on a file that cannot run under them', () => {
    const folder = newFolder();
    const file = join(folder, 'postern.db');
    const database = new Database(file);
    database.pragma('auto_vacuum = NONE');
    migrate(database, file, migrations);
    database.close();
    expect(openStore(folder)).toEqual({
      ok: false,
      error: {
        code: 'store.pragma',
        message: 'auto_vacuum reads 0 instead of 2',
      },
    });
  });
});

describe('a store', () => {
  test('keeps its files to its owner', () => {
    const folder = join(newFolder(), 'data');
    const store = storeIn(folder);
    valueOf(store.entries.append(started));
    const modes = ['', 'postern.db', 'postern.db-wal', 'lock.db'].map(
      (name) => statSync(join(folder, name)).mode & 0o077,
    );
    expect(modes).toEqual([0, 0, 0, 0]);
  });

  test('overwrites what it deletes', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const sealed = Buffer.from('planted-in-a-sealed-blob');
    valueOf(store.entries.append({ ...scanDraft(1), sealed }));
    store.close();

    const connection = openConnection(join(folder, 'postern.db'));
    onTestFinished(() => {
      connection.close();
    });
    expect(connection.serialize().includes(sealed)).toBe(true);
    connection.exec('DELETE FROM sealed');
    expect(connection.serialize().includes(sealed)).toBe(false);
  });

  test('cannot be in a folder that is a file', () => {
    const folder = join(newFolder(), 'data');
    writeFileSync(folder, '');
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.io' },
    });
  });

  test('cannot be where its file is a folder', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postern.db'));
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.io' },
    });
  });
});
