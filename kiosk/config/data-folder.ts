import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder a profile keeps everything in, made at need; demo and site never share one. */
export function dataFolder(
  profile: 'demo' | 'site',
  chosen: string | undefined,
): string {
  const folder =
    chosen ?? join(homedir(), '.local', 'share', `postern-${profile}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
