import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

/** Raw X25519 keys, 32 bytes each. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export function createKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawOf(publicKey), privateKey: rawOf(privateKey) };
}

export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return rawOf(createPublicKey(toPrivateKey(privateKey)));
}

/** Throws for a public key of small order, whose secret everyone knows. */
export function sharedSecret(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
): Uint8Array {
  return diffieHellman({
    privateKey: toPrivateKey(privateKey),
    publicKey: toPublicKey(publicKey),
  });
}

/** RFC 8410: everything of the encodings before the key itself. */
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

function toPublicKey(raw: Uint8Array): KeyObject {
  const key = Buffer.concat([spkiPrefix, raw]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

function toPrivateKey(raw: Uint8Array): KeyObject {
  const key = Buffer.concat([pkcs8Prefix, raw]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

function rawOf(key: KeyObject): Uint8Array {
  const der =
    key.type === 'private'
      ? key.export({ format: 'der', type: 'pkcs8' })
      : key.export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(-32));
}
