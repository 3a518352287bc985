import Database from 'better-sqlite3';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '#db';
import { started } from '../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

describe('a folder', () => {
  test('is held by one store at a time', () => {
    const folder = newFolder();
    const first = storeIn(folder);
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.locked' },
    });
    first.close();
    valueOf(openStore(folder)).close();
  });

  test('is free again where opening failed after it was locked', () => {
    const folder = newFolder();
    const file = join(folder, 'postern.db');
    writeFileSync(file, 'not a database, but long enough to be read as one');
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.corrupt' },
    });
    rmSync(file);
    valueOf(openStore(folder)).close();
  });

  test('whose file another program is writing to takes no entry, and does once that is over', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const foreign = new Database(join(folder, 'postern.db'));
    foreign.exec('BEGIN IMMEDIATE');
    expect(store.entries.append(started)).toMatchObject({
      ok: false,
      error: { code: 'store.io' },
    });
    foreign.exec('ROLLBACK');
    foreign.close();
    expect(valueOf(store.entries.append(started)).seq).toBe(1);
  });

  test('is held apart from every other', () => {
    storeIn(newFolder());
    storeIn(newFolder());
  });
});
