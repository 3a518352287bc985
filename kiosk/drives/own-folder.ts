import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { unlessGone } from './unless-gone.ts';

/** A folder of the kiosk's own in its data folder, made where that can be done. */
export function ownFolder(dataFolder: string, name: string): string {
  const own = join(dataFolder, name);
  unlessGone(() => mkdirSync(own, { recursive: true, mode: 0o700 }));
  return own;
}
