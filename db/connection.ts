import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { StoreError } from './failure.ts';
import { checkVersion, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { makePrivate } from './private-file.ts';

export type Connection = Database.Database;

/** Opens the one writing connection of a file: made if absent, durable for certain, at the newest schema. */
export function openConnection(file: string, maxPages?: number): Connection {
  makePrivate(file);
  return guarded(new Database(file), (connection) => {
    checkVersion(connection, migrations);
    setPragmas(connection);
    migrate(connection, file, migrations);
    checkPragmas(connection);
    if (maxPages !== undefined) {
      connection.pragma(`max_page_count = ${String(maxPages)}`);
    }
  });
}

/** Opens a connection that cannot write, for another thread or program, while the store is in use. */
export function openReadOnly(file: string): Connection {
  if (!existsSync(file)) {
    throw new StoreError({ code: 'store.io', message: `there is no ${file}` });
  }
  const options = { readonly: true, fileMustExist: true, timeout: 2000 };
  return guarded(new Database(file, options), (connection) => {
    connection.pragma('query_only = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('temp_store = MEMORY');
    const version = checkVersion(connection, migrations);
    if (version !== migrations.length) {
      throw new StoreError({
        code: 'store.io',
        message: `the file is at version ${String(version)} and has to be opened by its kiosk first`,
      });
    }
  });
}

/**
 * What every writing connection runs under. Set at every open because only the page size, auto_vacuum
 * and journal mode are kept in the file, and read back because SQLite ignores what it cannot do.
 */
const pragmas: readonly {
  readonly name: string;
  readonly set: string;
  readonly reads: string | number;
}[] = [
  // Only effective before the first table; an older file reads what it was made with.
  { name: 'auto_vacuum', set: 'INCREMENTAL', reads: 2 },
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  // This build's own default for WAL is NORMAL, which loses acknowledged commits in a power cut.
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'recursive_triggers', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cell_size_check', set: 'ON', reads: 1 },
  { name: 'secure_delete', set: 'ON', reads: 1 },
  { name: 'temp_store', set: 'MEMORY', reads: 2 },
  { name: 'busy_timeout', set: '250', reads: 250 },
  { name: 'wal_autocheckpoint', set: '1000', reads: 1000 },
  { name: 'journal_size_limit', set: '4194304', reads: 4_194_304 },
];

function setPragmas(connection: Connection): void {
  for (const { name, set } of pragmas) connection.pragma(`${name} = ${set}`);
}

function checkPragmas(connection: Connection): void {
  for (const { name, reads } of pragmas) {
    const found: unknown = connection.pragma(name, { simple: true });
    if (found !== reads) {
      throw new StoreError({
        code: 'store.pragma',
        message: `${name} reads ${String(found)} instead of ${String(reads)}`,
      });
    }
  }
}

/** Leaves no connection open where preparing it failed. */
function guarded(
  connection: Connection,
  prepare: (connection: Connection) => void,
): Connection {
  try {
    prepare(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
