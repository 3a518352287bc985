import { mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder a kiosk keeps everything in, made at need. A site has one for good; each demo has one of
 * its own, for its keys and its world are gone with it.
 */
export function dataFolder(
  profile: 'demo' | 'site',
  chosen: string | undefined,
): string {
  if (chosen === undefined && profile === 'demo')
    return mkdtempSync(join(tmpdir(), 'postern-demo-'));
  const folder = chosen ?? join(homedir(), '.local', 'share', 'postern-site');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
