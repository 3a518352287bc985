import type { BundleRefusal, BundleRefusalCode } from '../bundle-refusal.ts';
import type { Pin } from '../trust-store.ts';
import type { BundleFiles } from './bundle-file.ts';
import { readDocument } from './file-source.ts';
import { rootsIn } from './follow-roots.ts';
import type { TimestampMetadata } from './metadata.ts';
import { findSigningFault } from './role-signed.ts';

/** What an old set looks like that is laid over what is held, or that a later root no longer bears out. */
const lookingOld: readonly BundleRefusalCode[] = [
  'bundle-threshold',
  'bundle-mixed',
  'bundle-missing',
  'bundle-hash',
];

/**
 * The better word for a set that is only older than the one held: its timestamp was rightly signed under a
 * root of this kiosk's own, and earlier. Only a word: what is refused stays refused.
 */
export function nameOlder(
  refusal: BundleRefusal,
  bundle: BundleFiles,
  held: BundleFiles,
  pin: Pin,
): BundleRefusal {
  if (!lookingOld.includes(refusal.code)) return refusal;
  const offered = timestampIn(bundle, pin);
  const known = timestampIn(held, pin);
  if (offered === undefined || known === undefined) return refusal;
  const isOlder =
    offered.signedAtMs < known.signedAtMs &&
    rootsIn(held, pin).some(
      ({ roles, keys }) =>
        findSigningFault(offered, roles.timestamp, keys, pin, 'timestamp') ===
        undefined,
    );
  return isOlder ? { code: 'bundle-rollback', where: 'timestamp' } : refusal;
}

function timestampIn(
  files: BundleFiles,
  pin: Pin,
): TimestampMetadata | undefined {
  const file = files.get('timestamp.json') ?? new Uint8Array();
  const read = readDocument(file, 'timestamp', pin, 'timestamp');
  return read.ok ? read.value : undefined;
}
