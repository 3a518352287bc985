import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { StatusBits } from '#core/trust';

/** The peer: the same statuses as rows of a table, each row one index that is not normal. */
export interface StatusRows {
  status(index: number): StatusBits;
  /** Into memory, as who would not ask the disk at each scan. */
  load(): ReadonlyMap<number, StatusBits>;
  sizeBytes(): number;
  close(): void;
}

/** In a file of its own, written in one transaction under the pragmas of the kiosk's store. */
export function writeStatusRows(
  folder: string,
  exceptions: ReadonlyMap<number, StatusBits>,
): StatusRows {
  const file = join(folder, 'rows.db');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE status (
      list   INTEGER NOT NULL,
      at     INTEGER NOT NULL,
      status TEXT NOT NULL,
      PRIMARY KEY (list, at)
    ) STRICT, WITHOUT ROWID`);
  const insert = database.prepare(
    'INSERT INTO status (list, at, status) VALUES (1, ?, ?)',
  );
  database.transaction(() => {
    for (const [index, status] of exceptions) insert.run(index, status);
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');

  const one = database.prepare<[number], { status: StatusBits }>(
    'SELECT status FROM status WHERE list = 1 AND at = ?',
  );
  const all = database.prepare<[], { at: number; status: StatusBits }>(
    'SELECT at, status FROM status WHERE list = 1',
  );
  return {
    status: (index) => one.get(index)?.status ?? 'normal',
    load: () => {
      const loaded = new Map<number, StatusBits>();
      for (const { at, status } of all.iterate()) loaded.set(at, status);
      return loaded;
    },
    sizeBytes: () => statSync(file).size,
    close: () => {
      database.close();
    },
  };
}
