import { readPinnedRoot, readStored, saysPinned, type Pin } from '#core/trust';
import type { Store } from '#db';
import type { TombstoneFile } from './tombstone-file.ts';

export type StrangeTrust = 'bundle-root' | 'bundle-demo';

/**
 * Why a folder's trust is not this kiosk's: `bundle-root` where another root signed it, `bundle-demo`
 * where it is of the other profile. Nothing may take its place, for versions never go back. Throws
 * StoreError.
 */
export function findStrangeTrust(
  store: Pick<Store, 'trust'>,
  pin: Pin,
  tombstones: TombstoneFile,
): StrangeTrust | undefined {
  return (
    findStrangeBundle(store, pin) ?? findStrangeTombstones(pin, tombstones)
  );
}

/** One that says it is ours is no stranger's, though it may yet be found not to be believed. */
function findStrangeBundle(
  { trust }: Pick<Store, 'trust'>,
  pin: Pin,
): StrangeTrust | undefined {
  const file = trust.file();
  if (file === undefined || saysPinned(file, pin)) return undefined;
  const read = readStored(file, pin, {
    chunk: (sha256) => trust.chunk(sha256),
  });
  const code = read.ok ? undefined : read.error.code;
  return code === 'bundle-root' || code === 'bundle-demo' ? code : undefined;
}

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
