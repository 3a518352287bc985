import { createHash } from 'node:crypto';
import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import { disclose, enclose } from './envelope.ts';
import type { KeyVault } from './key-vault.ts';
import { createKeyPair } from './x25519.ts';

/** The key everything personal of one month is sealed to; destroyed when the month's retention ends. */
export interface MonthKey {
  readonly publicKey: Uint8Array;
  /** The private half, for the holder of the site's private key alone. */
  readonly enclosed: Uint8Array;
}

/**
 * The month's key, made on its first use. The private half exists in the clear only inside this
 * call; nothing is sealed to a key before its enclosed half is durable.
 */
export function monthKeyOf(
  vault: KeyVault,
  sitePublicKey: Uint8Array,
  month: string,
): Result<MonthKey, StoreFailure> {
  const name = fileNameOf(sitePublicKey, month);
  const stored = vault.read(name);
  if (!stored.ok) return stored;
  if (stored.value === undefined) {
    const made = makeMonthKey(sitePublicKey, month);
    const written = vault.write(name, encodeMonthKey(made));
    return written.ok ? ok(made) : written;
  }
  const read = decodeMonthKey(stored.value);
  if (read === undefined) {
    return err({ code: 'store.corrupt', message: `${name} is not a key` });
  }
  return ok(read);
}

/** The month's private half; undefined where the site key is another or the file was changed. */
export function discloseMonthKey(
  monthKey: MonthKey,
  sitePrivateKey: Uint8Array,
  month: string,
): Uint8Array | undefined {
  return disclose(monthKey.enclosed, sitePrivateKey, purposeOf(month));
}

function makeMonthKey(sitePublicKey: Uint8Array, month: string): MonthKey {
  const { publicKey, privateKey } = createKeyPair();
  const enclosed = enclose(privateKey, sitePublicKey, purposeOf(month));
  privateKey.fill(0);
  return { publicKey, enclosed };
}

/** Named after the site key too: a site that makes a new one must not go on under the old. */
function fileNameOf(sitePublicKey: Uint8Array, month: string): string {
  const site = createHash('sha256').update(sitePublicKey).digest('hex');
  return `month-${month}-${site.slice(0, 16)}.key`;
}

function purposeOf(month: string): string {
  return `postern month key 1 ${month}`;
}

function encodeMonthKey({ publicKey, enclosed }: MonthKey): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [1, publicKey],
      [2, enclosed],
    ]),
  );
}

function decodeMonthKey(bytes: Uint8Array): MonthKey | undefined {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const publicKey: unknown = decoded.value.get(1);
  const enclosed: unknown = decoded.value.get(2);
  if (!(publicKey instanceof Uint8Array) || publicKey.length !== 32) {
    return undefined;
  }
  return enclosed instanceof Uint8Array ? { publicKey, enclosed } : undefined;
}
