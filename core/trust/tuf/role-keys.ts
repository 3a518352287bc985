import { bytesToHex } from '@noble/hashes/utils.js';
import { checkPublicKey } from '../public-key.ts';
import type { MetadataKey, Role } from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/**
 * What speaks against the keys of one document and the roles that use them. A key is one key however it
 * is written down: two ids of one public key would let one hand meet a threshold of two.
 */
export function findKeysFault(
  keys: readonly MetadataKey[],
  roles: readonly Role[],
  pin: Pin,
  where: string,
): BundleRefusal | undefined {
  const seen = new Set<string>();
  for (const key of keys) {
    const code = findKeyFault(key, seen, pin);
    if (code !== undefined) return { code, where };
    seen.add(bytesToHex(key.publicKey));
  }
  const ids = new Set(keys.map(({ id }) => id));
  for (const role of roles) {
    const code = findRoleFault(role, ids);
    if (code !== undefined) return { code, where };
  }
  return undefined;
}

function findKeyFault(
  key: MetadataKey,
  seen: ReadonlySet<string>,
  pin: Pin,
): BundleRefusal['code'] | undefined {
  if (seen.has(bytesToHex(key.publicKey))) return 'bundle-duplicate-key';
  if (bytesToHex(pin.sha256(key.canonicalBytes)) !== key.id) {
    return 'bundle-key-id';
  }
  const finding = checkPublicKey(key.publicKey, (point) =>
    pin.signatures.isTorsionFree(point),
  );
  return finding === 'usable' ? undefined : 'bundle-key';
}

function findRoleFault(
  { keyIds, threshold }: Role,
  ids: ReadonlySet<string>,
): BundleRefusal['code'] | undefined {
  const distinct = new Set(keyIds);
  if (distinct.size < keyIds.length) return 'bundle-duplicate-key';
  if (keyIds.some((id) => !ids.has(id))) return 'bundle-key-id';
  return threshold > distinct.size ? 'bundle-threshold' : undefined;
}
