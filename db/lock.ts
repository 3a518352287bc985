import Database from 'better-sqlite3';
import { StoreError } from './failure.ts';
import { makePrivate } from './private-file.ts';

export interface Lock {
  release(): void;
}

/**
 * Holds a file for this process alone. The lock is the operating system's, on an empty database
 * beside the real one: it ends with the process however that ends, so none is ever left behind.
 */
export function takeLock(file: string): Lock {
  makePrivate(file);
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new StoreError(
        { code: 'store.locked', message: 'another kiosk holds this folder' },
        { cause: error },
      );
    }
    throw error;
  }
  return {
    release: () => {
      database.close();
    },
  };
}
