import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '#db';
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

  test('is held apart from every other', () => {
    storeIn(newFolder());
    storeIn(newFolder());
  });
});
