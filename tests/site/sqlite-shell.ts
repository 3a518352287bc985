import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findOnPath } from '../../scripts/steps/debian.mjs';

/**
 * Changes a kiosk's file as someone with the disk would: with the sqlite shell, in a process of its own.
 * Where there is none, our driver in another process does the same.
 */
export function sqliteShell(folder: string, sql: string): void {
  const file = join(folder, 'postern.db');
  const shell = findOnPath('sqlite3');
  if (shell !== undefined) {
    execFileSync(shell, ['-bail', file, sql]);
    return;
  }
  const program = `
    import Database from 'better-sqlite3';
    new Database(process.argv[1]).exec(process.argv[2]);`;
  execFileSync(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
    file,
    sql,
  ]);
}
