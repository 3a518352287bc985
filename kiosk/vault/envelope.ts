import { hkdfSync } from 'node:crypto';
import nacl from 'tweetnacl';
import { createKeyPair, publicKeyOf, sharedSecret } from './x25519.ts';

/**
 * Encloses a message for the holder of one private key; whoever encloses it cannot open it again.
 * `purpose` is bound in: the envelope opens only where the same words are given. The bytes are an
 * ephemeral public key (32), then the message under a key used this once, 16 bytes longer.
 */
export function enclose(
  message: Uint8Array,
  recipient: Uint8Array,
  purpose: string,
): Uint8Array {
  const once = createKeyPair();
  const secret = sharedSecret(once.privateKey, recipient);
  const key = keyFor(secret, once.publicKey, recipient, purpose);
  return Buffer.concat([once.publicKey, box(message, key)]);
}

/** The message, or undefined where the key, the purpose or a byte is another. */
export function disclose(
  envelope: Uint8Array,
  privateKey: Uint8Array,
  purpose: string,
): Uint8Array | undefined {
  if (envelope.length < 32 + nacl.secretbox.overheadLength) return undefined;
  const once = envelope.subarray(0, 32);
  const recipient = publicKeyOf(privateKey);
  const key = keyFor(sharedSecret(privateKey, once), once, recipient, purpose);
  return unbox(envelope.subarray(32), key);
}

/** Under a key that is never used for another message, so that the nonce may be constant. */
export function box(message: Uint8Array, keyUsedOnce: Uint8Array): Uint8Array {
  return nacl.secretbox(message, zeroNonce, keyUsedOnce);
}

export function unbox(
  boxed: Uint8Array,
  keyUsedOnce: Uint8Array,
): Uint8Array | undefined {
  return nacl.secretbox.open(boxed, zeroNonce, keyUsedOnce) ?? undefined;
}

const zeroNonce = new Uint8Array(nacl.secretbox.nonceLength);

function keyFor(
  secret: Uint8Array,
  once: Uint8Array,
  recipient: Uint8Array,
  purpose: string,
): Uint8Array {
  const salt = Buffer.concat([once, recipient]);
  return new Uint8Array(
    hkdfSync('sha256', secret, salt, purpose, nacl.secretbox.keyLength),
  );
}
