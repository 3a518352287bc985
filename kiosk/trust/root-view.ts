import type { RootMetadata } from '#core/trust';
import type { RootView } from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';

/**
 * What people are shown of a root. The fingerprint is of the file a kiosk was given at first, byte for
 * byte: it stays the same when that root hands over to a later one.
 */
export function rootViewOf(
  { name, version, roles }: RootMetadata,
  rootFile: Uint8Array,
): RootView {
  return {
    name,
    version,
    threshold: roles.root.threshold,
    keys: roles.root.keyIds.length,
    fingerprint: fingerprintOf(rootFile),
  };
}

function fingerprintOf(rootFile: Uint8Array): string {
  const hash = Buffer.from(sha256(rootFile)).toString('hex');
  return (hash.match(/.{4}/g) ?? []).join(' ');
}
