import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '#core/log';
import { scanDraft, sha256, started } from '../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

/** The file under any other SQLite: none of our pragmas, all of its triggers. */
function foreign(folder: string): Database.Database {
  const database = new Database(join(folder, 'postern.db'));
  database.pragma('recursive_triggers = OFF');
  database.pragma('foreign_keys = OFF');
  onTestFinished(() => {
    database.close();
  });
  return database;
}

function filled() {
  const folder = newFolder();
  const store = storeIn(folder);
  valueOf(store.entries.append(started));
  valueOf(store.entries.append({ ...scanDraft(1), sealed: Uint8Array.of(1) }));
  valueOf(store.entries.append({ ...scanDraft(2), sealed: Uint8Array.of(2) }));
  return { store, file: foreign(folder) };
}

const blank = `'x', 'scan', 'b', 1, 1, 'trusted', x'00', zeroblob(32), zeroblob(32)`;
const named = `seq, id, kind, boot_id, mono_ms, at_ms, time_state, header, sealed_hash, chain`;

describe('the file refuses', () => {
  test.each([
    ['to change an entry', `UPDATE entry SET outcome = 'admit' WHERE seq = 2`],
    ['to delete an entry', 'DELETE FROM entry WHERE seq = 3'],
    ['to delete all of them', 'DELETE FROM entry'],
    [
      'an entry after a gap',
      `INSERT INTO entry (${named}) VALUES (9, ${blank})`,
    ],
    [
      'an entry before the head',
      `INSERT INTO entry (${named}) VALUES (2, ${blank})`,
    ],
    [
      'to replace an entry by its seq',
      `INSERT OR REPLACE INTO entry (${named}) VALUES (3, ${blank})`,
    ],
    [
      'to replace an entry by its id',
      `INSERT OR REPLACE INTO entry (${named})
       SELECT 4, id, 'scan', 'b', 1, 1, 'trusted', x'00', zeroblob(32), zeroblob(32)
       FROM entry WHERE seq = 2`,
    ],
    [
      'to change an entry by a conflict',
      `INSERT INTO entry (${named}) VALUES (3, ${blank})
       ON CONFLICT (seq) DO UPDATE SET outcome = 'admit'`,
    ],
    ['to change a sealed blob', `UPDATE sealed SET blob = x'00'`],
    [
      'to replace a sealed blob',
      `INSERT OR REPLACE INTO sealed (seq, blob) VALUES (3, x'00')`,
    ],
    [
      'a sealed blob for an earlier entry',
      `INSERT INTO sealed (seq, blob) VALUES (1, x'00')`,
    ],
    [
      'an outcome there is none of',
      `INSERT INTO entry (${named}, outcome) VALUES (4, ${blank}, 'maybe')`,
    ],
    [
      'a text where a number belongs',
      `INSERT INTO entry (${named}) VALUES (4, 'x', 'scan', 'b', 'soon', 1, 'trusted', x'00', zeroblob(32), zeroblob(32))`,
    ],
    [
      'a chain value of another length',
      `INSERT INTO entry (${named}) VALUES (4, 'x', 'scan', 'b', 1, 1, 'trusted', x'00', zeroblob(32), zeroblob(31))`,
    ],
  ])('%s', (_, sql) => {
    const { store, file } = filled();
    const before = [...store.entries.walk(0)];
    expect(() => file.exec(sql)).toThrow(
      /SQLITE_CONSTRAINT|never|follows|once|constraint|cannot store/,
    );
    expect([...store.entries.walk(0)]).toEqual(before);
    expect([2, 3].map((seq) => store.sealed.blob(seq))).toEqual([
      Uint8Array.of(1),
      Uint8Array.of(2),
    ]);
  });
});

describe('a sealed blob', () => {
  test('goes without breaking the chain, and does not come back', () => {
    const { store, file } = filled();
    file.exec('DELETE FROM sealed WHERE seq = 2');
    expect(store.sealed.blob(2)).toBeUndefined();
    expect(store.sealed.blob(3)).toEqual(Uint8Array.of(2));
    expect(verifyChain(store.entries.walk(0), sha256)).toEqual({ entries: 3 });
    expect(() =>
      file.exec(`INSERT INTO sealed (seq, blob) VALUES (2, x'01')`),
    ).toThrow('written once');
  });
});

describe('whoever removes the triggers', () => {
  test.each([
    [
      'changes a header',
      'UPDATE entry SET header = zeroblob(40) WHERE seq = 2',
      2,
    ],
    [
      'changes a sealed hash',
      `UPDATE entry SET sealed_hash = zeroblob(32) WHERE seq = 2`,
      2,
    ],
    ['turns a column', `UPDATE entry SET outcome = 'deny' WHERE seq = 3`, 3],
    ['moves an instant', 'UPDATE entry SET at_ms = at_ms + 1 WHERE seq = 2', 2],
    [
      'cuts out an entry',
      'DELETE FROM sealed WHERE seq = 2; DELETE FROM entry WHERE seq = 2',
      2,
    ],
    [
      'renumbers',
      'DELETE FROM sealed; DELETE FROM entry WHERE seq = 1; UPDATE entry SET seq = seq - 1',
      1,
    ],
  ])('%s and is found at the seq', (_, sql, seq) => {
    const { store, file } = filled();
    file.exec(`
      DROP TRIGGER entry_is_never_changed;
      DROP TRIGGER entry_is_never_deleted;
      ${sql}`);
    expect(verifyChain(store.entries.walk(0), sha256).brokenAtSeq).toBe(seq);
  });
});
