import Database from 'better-sqlite3';
import type { StoreFailure, StoreFailureCode } from '#core/log';

/** A store failure where there is no result to carry it: a read, or a write that must not go on. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, options?: ErrorOptions) {
    super(`${failure.code}: ${failure.message}`, options);
    this.name = 'StoreError';
    this.failure = failure;
  }
}

/** What the world did to the store, or undefined where the error is our own defect. */
export function toStoreFailure(error: unknown): StoreFailure | undefined {
  if (error instanceof StoreError) return error.failure;
  if (error instanceof Database.SqliteError) {
    const code = sqliteFailures.find(({ family }) =>
      isOfFamily(error.code, family),
    )?.code;
    return code && { code, message: `${error.code}: ${error.message}` };
  }
  if (isSystemError(error)) {
    const code = isOutOfSpace(error.code) ? 'store.full' : 'store.io';
    return { code, message: `${error.code} in ${error.syscall}` };
  }
  return undefined;
}

/** Whether a connection can go on after this: nothing was lost that it still counts as written. */
export function leavesConnectionSound(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (isOfFamily(error.code, 'SQLITE_FULL') ||
      isOfFamily(error.code, 'SQLITE_BUSY'))
  );
}

/** Result codes of SQLite by family; constraint violations and misuse are defects and not listed. */
const sqliteFailures: readonly {
  readonly family: string;
  readonly code: StoreFailureCode;
}[] = [
  { family: 'SQLITE_FULL', code: 'store.full' },
  { family: 'SQLITE_IOERR', code: 'store.io' },
  // A disk remounted read-only, a folder gone, or a foreign program holding the write lock.
  { family: 'SQLITE_READONLY', code: 'store.io' },
  { family: 'SQLITE_CANTOPEN', code: 'store.io' },
  { family: 'SQLITE_PERM', code: 'store.io' },
  { family: 'SQLITE_BUSY', code: 'store.io' },
  { family: 'SQLITE_CORRUPT', code: 'store.corrupt' },
  { family: 'SQLITE_NOTADB', code: 'store.corrupt' },
];

function isOfFamily(code: string, family: string): boolean {
  return code === family || code.startsWith(`${family}_`);
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  );
}

function isOutOfSpace(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}
