import { readPinnedRoot, readStored, type Pin } from '#core/trust';
import type { Store } from '#db';
import type { TombstoneFile } from './tombstone-file.ts';

/**
 * Why a folder's trust is not this kiosk's: `bundle-root` where another root signed it, `bundle-demo`
 * where it is of the other profile. Nothing may take its place, for versions never go back.
 */
export function findStrangeTrust(
  { trust }: Pick<Store, 'trust'>,
  pin: Pin,
  tombstones: TombstoneFile,
): StrangeTrust | undefined {
  const file = trust.file();
  const read =
    file && readStored(file, pin, { chunk: (sha256) => trust.chunk(sha256) });
  const code = read?.ok === false ? read.error.code : undefined;
  if (code === 'bundle-root' || code === 'bundle-demo') return code;
  return findStrangeTombstones(pin, tombstones);
}

export type StrangeTrust = 'bundle-root' | 'bundle-demo';

/** What is left where the database is gone. */
function findStrangeTombstones(
  pin: Pin,
  tombstones: TombstoneFile,
): StrangeTrust | undefined {
  const pinned = readPinnedRoot(pin);
  const left = tombstones.read();
  if (!pinned.ok || typeof left === 'string') return undefined;
  const { name, profile } = pinned.value;
  if (left.root === name) return undefined;
  const isDemo = left.root.startsWith('DEMO-');
  return isDemo === (profile === 'demo') ? 'bundle-root' : 'bundle-demo';
}
