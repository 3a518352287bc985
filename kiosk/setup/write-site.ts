import { readdirSync } from 'node:fs';
import type { StoreFailure } from '#core/log';
import { ok, type Result } from '#core/result';
import { createFileVault } from '#kiosk/vault';

/** What a site is made of besides its log. */
export interface SiteFiles {
  readonly siteKey: File;
  readonly root: File;
  readonly bundle: File;
  readonly config: File;
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes each file whole and durably, kiosk.toml last: its presence is what makes a site configured.
 * Whatever ends this before leaves a folder that First run starts on again.
 */
export function writeSite(
  folder: string,
  { siteKey, root, bundle, config }: SiteFiles,
): Result<void, StoreFailure> {
  const files = createFileVault(folder);
  for (const { name, bytes } of [siteKey, root, bundle, config]) {
    const written = files.write(name, bytes);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** A name no file of the folder has: a key someone has put there is not ours to replace. */
export function freeName(folder: string, stem: string, ending: string): string {
  const taken = new Set(readdirSync(folder));
  let name = `${stem}${ending}`;
  for (let count = 2; taken.has(name); count += 1)
    name = `${stem}-${String(count)}${ending}`;
  return name;
}
