import Database from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeSchema, migrate, migrations, openStore } from '#db';
import { newFolder, storeIn, valueOf } from './store-in.ts';

/** A file as a program that knew only so many migrations left it. */
function fileAt(folder: string, version: number): string {
  const file = join(folder, 'postern.db');
  const database = new Database(file);
  database.pragma('auto_vacuum = INCREMENTAL');
  migrate(database, file, migrations.slice(0, version));
  database.close();
  return file;
}

function open(file: string): Database.Database {
  const database = new Database(file);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

const schemaOf = (database: Database.Database): unknown =>
  database
    .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .all();

const versionOf = (database: Database.Database): unknown =>
  database.pragma('user_version', { simple: true });

const anEntry = `
  INSERT INTO entry (seq, id, kind, boot_id, mono_ms, at_ms, time_state, header, sealed_hash, chain)
  VALUES (1, 'old', 'start', 'b', 1, 2, 'trusted', x'a0', zeroblob(32), zeroblob(32))`;

describe('migration', () => {
  test('makes an empty file what schema.sql says', () => {
    const folder = newFolder();
    storeIn(folder).close();
    const made = open(join(folder, 'postern.db'));
    const written = open(join(folder, 'written.db'));
    written.exec(
      readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8'),
    );
    expect(schemaOf(made)).toEqual(schemaOf(written));
    expect(versionOf(made)).toBe(migrations.length);
  });

  test('has its outcome in schema.sql, as the generator writes it', () => {
    const schema = new URL('../../db/schema.sql', import.meta.url);
    expect(readFileSync(schema, 'utf8')).toBe(describeSchema());
  });

  test.each(migrations.slice(1).map((_, index) => index + 1))(
    'takes a file from version %i to the newest with what it held',
    (version) => {
      const folder = newFolder();
      const file = fileAt(folder, version);
      const old = new Database(file);
      old.exec(anEntry);
      old.close();

      const store = storeIn(folder);
      expect(store.entries.head().seq).toBe(1);
      expect(store.entries.withSeq(1)?.id).toBe('old');
      store.close();
      expect(schemaOf(open(file))).toEqual(
        schemaOf(open(fileAt(newFolder(), migrations.length))),
      );
    },
  );

  test('copies a file aside before it touches it, and only then', () => {
    const folder = newFolder();
    const file = fileAt(folder, 1);
    const copy = `${file}.v1.backup`;
    const old = new Database(file);
    old.exec(anEntry);
    old.close();
    writeFileSync(`${copy}.unfinished`, 'of a run that was cut off');

    storeIn(folder).close();
    const backup = open(copy);
    expect(versionOf(backup)).toBe(1);
    expect(backup.prepare('SELECT id FROM entry').all()).toEqual([
      { id: 'old' },
    ]);
    expect(existsSync(`${copy}.unfinished`)).toBe(false);

    storeIn(folder).close();
    expect(existsSync(`${file}.v${String(migrations.length)}.backup`)).toBe(
      false,
    );
  });

  test('changes nothing where one of its steps fails', () => {
    const file = fileAt(newFolder(), 1);
    const database = open(file);
    const before = schemaOf(database);
    const broken = [
      ...migrations.slice(0, 1),
      'CREATE TABLE more (n) STRICT;',
      'CREATE TABLE more (n INTEGER) STRICT;',
    ];
    expect(() => {
      migrate(database, file, broken);
    }).toThrow();
    expect(schemaOf(database)).toEqual(before);
    expect(versionOf(database)).toBe(1);
  });

  test('refuses a file of a later program by name, and leaves every byte of it', () => {
    const folder = newFolder();
    const file = fileAt(folder, migrations.length);
    const database = new Database(file);
    database.pragma(`user_version = ${String(migrations.length + 1)}`);
    database.close();
    const before = readFileSync(file);
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.from-the-future' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each([
    ['with an application id', 'PRAGMA application_id = 7'],
    ['with a table', 'CREATE TABLE theirs (n)'],
    ['with a version', 'PRAGMA user_version = 1'],
  ])('refuses the database of another program %s', (_, sql) => {
    const folder = newFolder();
    const database = new Database(join(folder, 'postern.db'));
    database.exec(sql);
    database.close();
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.corrupt' },
    });
  });

  test('opens again and again at the newest version', () => {
    const folder = newFolder();
    for (const _ of [1, 2, 3]) valueOf(openStore(folder)).close();
  });
});
