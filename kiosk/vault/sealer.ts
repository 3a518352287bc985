import { createHash, randomBytes } from 'node:crypto';
import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import {
  decodePersonalData,
  encodePersonalData,
  type PersonalData,
  type StoreFailure,
} from '#core/log';
import { ok, type Result } from '#core/result';
import { box, disclose, enclose, unbox } from './envelope.ts';
import type { KeyVault } from './key-vault.ts';
import { monthKeyOf, type MonthKey } from './month-key.ts';
import { padded, unpadded } from './padding.ts';
import { publicKeyOf } from './x25519.ts';

export interface SealContext {
  /** The entry the blob belongs to; it opens as no other's. */
  readonly entryId: string;
  /** The checkpoint's month of the entry, `2026-11`; chooses the key. */
  readonly month: string;
}

export interface Sealer {
  /**
   * Seals to the key of the month, so that this kiosk cannot open it again by itself. Fails as the
   * store does, where a new month's key cannot be made durable.
   */
  seal(
    personal: PersonalData,
    context: SealContext,
  ): Result<Uint8Array, StoreFailure>;
}

export function createSealer({
  siteKey,
  vault,
}: {
  /** The site key's public half, 32 bytes. */
  readonly siteKey: Uint8Array;
  readonly vault: KeyVault;
}): Sealer {
  let current: { readonly month: string; readonly key: MonthKey } | undefined;

  const keyOf = (month: string): Result<MonthKey, StoreFailure> => {
    if (current?.month === month) return ok(current.key);
    const key = monthKeyOf(vault, siteKey, month);
    if (key.ok) current = { month, key: key.value };
    return key;
  };

  return {
    seal: (personal, context) => {
      const key = keyOf(context.month);
      if (!key.ok) return key;
      return ok(sealTo([key.value.publicKey], personal, context.entryId));
    },
  };
}

/** What was sealed; undefined where the key, the entry or a byte is another. */
export function openSealed(
  blob: Uint8Array,
  privateKey: Uint8Array,
  { entryId }: Pick<SealContext, 'entryId'>,
): PersonalData | undefined {
  const sealed = decodeBlob(blob);
  const envelope = sealed?.envelopes.get(nameOf(publicKeyOf(privateKey)));
  if (sealed === undefined || envelope === undefined) return undefined;
  const contentKey = disclose(envelope, privateKey, purposeOf(entryId));
  const content = contentKey && unbox(sealed.boxed, contentKey);
  const plain = content && unpadded(content);
  return plain && decodePersonalData(plain);
}

/** One content key for all, enclosed for each recipient. */
function sealTo(
  recipients: readonly Uint8Array[],
  personal: PersonalData,
  entryId: string,
): Uint8Array {
  const contentKey = new Uint8Array(randomBytes(32));
  const envelopes = recipients.map(
    (recipient) =>
      [
        nameOf(recipient),
        enclose(contentKey, recipient, purposeOf(entryId)),
      ] as const,
  );
  const boxed = box(padded(encodePersonalData(personal)), contentKey);
  contentKey.fill(0);
  return encodeCbor(
    new Map<number, CborValue>([
      [1, new Map(envelopes)],
      [2, boxed],
    ]),
  );
}

function decodeBlob(blob: Uint8Array):
  | {
      readonly envelopes: ReadonlyMap<unknown, Uint8Array>;
      readonly boxed: Uint8Array;
    }
  | undefined {
  const decoded = decodeCbor(blob);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const found: unknown = decoded.value.get(1);
  const boxed: unknown = decoded.value.get(2);
  if (!(found instanceof Map) || !(boxed instanceof Uint8Array)) {
    return undefined;
  }
  const envelopes = new Map<unknown, Uint8Array>();
  for (const [name, envelope] of found) {
    if (envelope instanceof Uint8Array) envelopes.set(name, envelope);
  }
  return { envelopes, boxed };
}

/** Tells recipients apart; says nothing of who they are. */
function nameOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return digest.slice(0, 16);
}

function purposeOf(entryId: string): string {
  return `postern sealed entry 1 ${entryId}`;
}
