import type { Database } from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { StoreError } from './failure.ts';
import { makePrivate } from './private-file.ts';

/** "PSTN": says whose file it is. */
const applicationId = 0x50_53_54_4e;

/** The version of a file, refused where it is not ours or of a later program. Writes nothing. */
export function checkVersion(
  connection: Database,
  steps: readonly string[],
): number {
  const version = numberOf(connection, 'user_version');
  const owner = numberOf(connection, 'application_id');
  const isNew = version === 0 && owner === 0 && !hasTables(connection);
  if (!isNew && owner !== applicationId) {
    throw new StoreError({
      code: 'store.corrupt',
      message: 'the file is a database of something else',
    });
  }
  if (version > steps.length) {
    throw new StoreError({
      code: 'store.from-the-future',
      message: `the file is at version ${String(version)}, this program knows ${String(steps.length)}`,
    });
  }
  return version;
}

/** Takes the file to the newest version in one transaction; what held data is copied aside first. */
export function migrate(
  connection: Database,
  file: string,
  steps: readonly string[],
): void {
  const version = checkVersion(connection, steps);
  if (version === steps.length) return;
  if (version > 0) backUp(connection, `${file}.v${String(version)}.backup`);
  connection
    .transaction(() => {
      for (const step of steps.slice(version)) connection.exec(step);
      connection.pragma(`application_id = ${String(applicationId)}`);
      connection.pragma(`user_version = ${String(steps.length)}`);
    })
    .immediate();
}

/** A whole copy, complete under its name or not there at all. */
function backUp(connection: Database, copy: string): void {
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  makePrivate(unfinished);
  connection.prepare('VACUUM INTO ?').run(unfinished);
  const opened = openSync(unfinished, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(unfinished, copy);
}

function numberOf(connection: Database, pragma: string): number {
  const value: unknown = connection.pragma(pragma, { simple: true });
  if (typeof value !== 'number') throw new Error(`${pragma} is not a number`);
  return value;
}

function hasTables(connection: Database): boolean {
  return (
    connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !==
    undefined
  );
}
