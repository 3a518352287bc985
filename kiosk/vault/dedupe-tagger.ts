import { createHmac, randomBytes } from 'node:crypto';
import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import type { Pass } from '#core/pass';
import type { KeyVault } from './key-vault.ts';

export interface DedupeTagger {
  /**
   * The same for the same pass all day, unlinkable to any other day: the first half of
   * HMAC-SHA-256(key of the day, issuer ‖ pass id) in hex. `day` is the checkpoint's, `2026-11-22`.
   */
  tag(pass: Pick<Pass, 'issuer' | 'passId'>, day: string): string;
}

/** Keeps one random key, that of the day; the key of the day before is gone once another day is asked for. */
export function createDedupeTagger({
  vault,
}: {
  readonly vault: KeyVault;
}): DedupeTagger {
  let held = readKey(vault);
  let isKept = held !== undefined;

  const keyOf = (day: string): Uint8Array => {
    if (held?.day !== day) {
      held = { day, key: new Uint8Array(randomBytes(32)) };
      isKept = false;
    }
    // Where the disk fails the key lives in memory, and only a restart forgets whom it had seen.
    isKept ||= vault.write(fileName, encodeKey(held)).ok;
    return held.key;
  };

  return {
    tag: ({ issuer, passId }, day) =>
      createHmac('sha256', keyOf(day))
        .update(issuer)
        .update(passId)
        .digest('hex')
        .slice(0, 32),
  };
}

const fileName = 'dedupe.key';

interface DayKey {
  readonly day: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** The key kept from before a restart; one that cannot be read is as good as none. */
function readKey(vault: KeyVault): DayKey | undefined {
  const stored = vault.read(fileName);
  if (!stored.ok || stored.value === undefined) return undefined;
  const decoded = decodeCbor(stored.value);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const day: unknown = decoded.value.get(1);
  const key: unknown = decoded.value.get(2);
  if (typeof day !== 'string' || !(key instanceof Uint8Array)) return undefined;
  return key.length === 32 ? { day, key } : undefined;
}

function encodeKey({ day, key }: DayKey): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [1, day],
      [2, key],
    ]),
  );
}
