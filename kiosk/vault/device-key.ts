import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import type { KeyVault } from './key-vault.ts';

/** What this kiosk signs with; its private half never leaves this folder and no thread but ours. */
export interface DeviceKey {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/** The key of this kiosk, made on its first use and durable before it signs anything. */
export function deviceKeyOf(vault: KeyVault): Result<DeviceKey, StoreFailure> {
  const stored = vault.read(name);
  if (!stored.ok) return stored;
  if (stored.value !== undefined) {
    return stored.value.length === seedLength
      ? ok(keyOf(stored.value))
      : err({ code: 'store.corrupt', message: `${name} is not a key` });
  }
  const seed = Uint8Array.from(randomBytes(seedLength));
  const written = vault.write(name, seed);
  return written.ok ? ok(keyOf(seed)) : written;
}

const name = 'device.key';
const seedLength = 32;

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyOf(seed: Uint8Array): DeviceKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: publicHalf(privateKey),
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
  };
}

/** The last 32 bytes of the SubjectPublicKeyInfo are the key itself. */
function publicHalf(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({
    format: 'der',
    type: 'spki',
  });
  return Uint8Array.from(spki.subarray(-32));
}
