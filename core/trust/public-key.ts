import { isCanonicalPoint, isSmallOrderPoint } from './encodings.ts';

/** What speaks against a public key, or that nothing does. */
export type PublicKeyFinding =
  'usable' | 'non-canonical' | 'small-order' | 'torsion';

/**
 * Everything asked of a key once, before it is believed: an issuer's key when its bundle is taken, a
 * holder's key at every scan. Anything but 32 bytes is non-canonical.
 */
export function checkPublicKey(
  publicKey: Uint8Array,
  isTorsionFree: (publicKey: Uint8Array) => boolean,
): PublicKeyFinding {
  if (publicKey.length !== 32 || !isCanonicalPoint(publicKey)) {
    return 'non-canonical';
  }
  if (isSmallOrderPoint(publicKey)) return 'small-order';
  return isTorsionFree(publicKey) ? 'usable' : 'torsion';
}
