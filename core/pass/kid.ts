import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The 8 bytes by which a frame names its key: SHA-256("HP1-kid" ‖ issuer ‖ 00 ‖ public key)[0..8]. */
export function kidOf(
  issuer: string,
  publicKey: Uint8Array,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const named = concatBytes(
    utf8ToBytes('HP1-kid'),
    utf8ToBytes(issuer),
    Uint8Array.of(0),
    publicKey,
  );
  return sha256(named).subarray(0, 8);
}
