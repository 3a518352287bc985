import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { SignatureEngine } from '#core/trust';

/** Importing a key takes a third of a verification; a kiosk meets few keys, over and over. */
const keysKept = 256;

/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to the 32 bytes of the key itself. */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function createNodeEngine(): SignatureEngine {
  const keys = new Map<string, KeyObject>();

  function keyOf(publicKey: Uint8Array): KeyObject {
    const name = Buffer.from(publicKey).toString('latin1');
    const known = keys.get(name);
    if (known !== undefined) return known;
    const spki = Buffer.concat([spkiPrefix, publicKey]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const [oldest] = keys.keys();
    if (keys.size >= keysKept && oldest !== undefined) keys.delete(oldest);
    keys.set(name, key);
    return key;
  }

  return {
    name: 'node:crypto',
    verify: (message, signature, publicKey) =>
      verify(null, message, keyOf(publicKey), signature),
  };
}
