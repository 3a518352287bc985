import type { BundleRefusal } from '../bundle-refusal.ts';
import type { Pin } from '../trust-store.ts';
import { readBundleFile, type BundleFiles } from './bundle-file.ts';
import { readDocument } from './file-source.ts';
import { isSame } from './follows-held.ts';
import type { RootMetadata } from './metadata.ts';

/** Where a stored set keeps the root it was believed from. */
export const origin = 'held/root.json';

/**
 * The better word for a set that nobody signed whom this kiosk knows, where it comes with a root of its
 * own: `bundle-demo` where that is of the other world, `bundle-root` where it is not the pinned one.
 * Only a word: the root is not believed, and what is refused stays refused.
 */
export function nameStranger(
  refusal: BundleRefusal,
  files: BundleFiles,
  pinned: RootMetadata,
  pin: Pin,
): BundleRefusal {
  const file = files.get(origin) ?? files.get('1.root.json');
  if (refusal.code !== 'bundle-threshold' || file === undefined) return refusal;
  const own = readDocument(file, 'root', pin, origin);
  if (!own.ok) return refusal;
  if (own.value.profile !== pinned.profile) {
    return { ...refusal, code: 'bundle-demo' };
  }
  return isOtherRoot(own.value, pinned)
    ? { ...refusal, code: 'bundle-root' }
    : refusal;
}

/** Of another version nothing but the name can be compared. */
function isOtherRoot(own: RootMetadata, pinned: RootMetadata): boolean {
  return (
    own.name !== pinned.name ||
    (own.version === pinned.version &&
      !isSame(own.signedBytes, pinned.signedBytes))
  );
}

/** Whether a stored set says that it was believed from the pinned root; only a word, and quickly had. */
export function saysPinned(stored: Uint8Array, pin: Pin): boolean {
  const files = readBundleFile(stored, pin.sha256);
  const file = files.ok ? files.value.get(origin) : undefined;
  return file !== undefined && isSame(file, pin.rootFile);
}
