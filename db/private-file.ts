import { closeSync, existsSync, openSync } from 'node:fs';

/**
 * Makes the file, readable by its owner alone, where there is none; SQLite would let others read it.
 * One that is there is not even opened: closing it would drop every lock this process has on it.
 */
export function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'ax', 0o600));
}
