import { bothAgree } from '../ed25519.ts';
import type { MetadataKey, Role, SignedMetadata } from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/**
 * What speaks against a document as one of this role. The role's keys have been judged before: they are
 * all there, and no two are one. Signatures of others are no objection, for a new root carries those of
 * the old one's keys as well.
 */
export function findSigningFault(
  { signatures, signedBytes }: SignedMetadata,
  role: Role,
  keys: readonly MetadataKey[],
  pin: Pin,
  where: string,
): BundleRefusal | undefined {
  const ids = new Set(signatures.map(({ keyId }) => keyId));
  if (ids.size < signatures.length) {
    return { code: 'bundle-repeated-signature', where };
  }
  let missing = role.threshold;
  for (const { id, publicKey } of keys) {
    if (missing === 0) break;
    if (!role.keyIds.includes(id)) continue;
    const found = signatures.find(({ keyId }) => keyId === id)?.signature;
    if (found === undefined) continue;
    const finding = bothAgree(signedBytes, found, publicKey, pin.signatures);
    if (finding === 'sound') missing -= 1;
  }
  return missing === 0 ? undefined : { code: 'bundle-threshold', where };
}
