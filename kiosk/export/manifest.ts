import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import { filterBody, type ChainHead, type EntryFilter } from '#core/log';
import {
  decodeFrame,
  encodeFrame,
  kidOf,
  protectedHeader,
  signedBytes,
} from '#core/pass';
import { err, ok, type Result } from '#core/result';
import type { TrustedTime } from '#core/trust';
import type { Language } from '#kiosk/contract';
import { sha256, signatures } from '#kiosk/crypto';
import type { DeviceKey } from '#kiosk/vault';
import { z } from 'zod';
import { readRowList, type RowMark } from './row-list.ts';

/** What an export says of itself, signed by the kiosk that made it (docs/log.md). */
export interface Manifest {
  /** Ed25519, 32 bytes. */
  readonly deviceKey: Uint8Array;
  readonly checkpoint: string;
  readonly lane: string;
  readonly timeZone: string;
  readonly madeAt: Pick<TrustedTime, 'lowerMs' | 'atMs' | 'upperMs' | 'state'>;
  readonly filter: EntryFilter;
  readonly language: Language;
  /** Entries in the file, the headings not counted. */
  readonly rows: number;
  /** Of the whole file. */
  readonly sha256: Uint8Array;
  /** Absent where no entry fitted. */
  readonly firstSeq?: number;
  readonly lastSeq?: number;
  /** Up to where the log was walked and verified. */
  readonly head: ChainHead;
  /** Entries whose chain or columns did not hold, the first thousand. */
  readonly alteredSeqs: readonly number[];
  /** How many in all. */
  readonly altered: number;
  /** SHA-256 of the row list that follows the frame. */
  readonly rowList: Uint8Array;
}

/** The signed half of a manifest's file; small, however many rows there are. */
export function signManifest(
  manifest: Omit<Manifest, 'deviceKey'>,
  key: DeviceKey,
): Uint8Array {
  const { publicKey } = key;
  const payload = encodeCbor(
    toCbor({ ...manifest, deviceKey: publicKey, format }),
  );
  const kid = kidOf(manifest.checkpoint, publicKey, sha256);
  const protectedBytes = protectedHeader(kid);
  const message = signedBytes({ protectedBytes, payload }, 'HP1/export');
  return encodeFrame({ kid, payload, signature: key.sign(message) });
}

/** The file: an array of the frame and the row list, both as byte strings. */
export function manifestFile(
  frame: Uint8Array,
  rowList: Uint8Array,
): Uint8Array {
  return encodeCbor([frame, rowList]);
}

/** Why a manifest is none: nothing it says is worth anything. */
export type ManifestFault =
  'not-a-manifest' | 'later-format' | 'bad-signature' | 'row-list';

/**
 * Reads a manifest whose signature holds under the key it names; whether that is the key of the kiosk
 * is for the caller to know. Who has the drive controls the bytes.
 */
export function readManifest(
  bytes: Uint8Array,
): Result<
  { readonly manifest: Manifest; readonly marks: readonly RowMark[] },
  ManifestFault
> {
  const parts = partsSchema.safeParse(decoded(bytes));
  if (!parts.success) return err('not-a-manifest');
  const [frameBytes, rowList] = parts.data;
  const frame = decodeFrame(frameBytes);
  if (!frame.ok) return err('not-a-manifest');
  const said = plain(decoded(frame.value.payload));
  if (formatOf(said) !== format) {
    return err(
      formatOf(said) === undefined ? 'not-a-manifest' : 'later-format',
    );
  }
  const read = manifestSchema.safeParse(said);
  if (!read.success) return err('not-a-manifest');
  const { format: _, ...manifest } = read.data;
  const message = signedBytes(frame.value, 'HP1/export');
  const { signature } = frame.value;
  const holds = [signatures.first, signatures.second].every((engine) =>
    engine.verify(message, signature, manifest.deviceKey),
  );
  if (!holds) return err('bad-signature');
  const marks = readRowList(rowList);
  const isBound = Buffer.compare(sha256(rowList), manifest.rowList) === 0;
  return marks !== undefined && isBound
    ? ok({ manifest, marks })
    : err('row-list');
}

const format = 1;

const bytesOf = (length: number) =>
  z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length === length)
    .transform((bytes) => Uint8Array.from(bytes));
const count = z.int().min(0);

const partsSchema = z.tuple([
  z.instanceof(Uint8Array),
  z.instanceof(Uint8Array),
]);

const manifestSchema = z.strictObject({
  format: z.literal(format),
  deviceKey: bytesOf(32),
  checkpoint: z.string(),
  lane: z.string(),
  timeZone: z.string(),
  madeAt: z.strictObject({
    lowerMs: z.int(),
    atMs: z.int(),
    upperMs: z.int(),
    state: z.enum(['trusted', 'drifting', 'doubtful', 'unknown']),
  }),
  filter: z.strictObject({
    fromMs: z.int().exactOptional(),
    untilMs: z.int().exactOptional(),
    // As with a header: what an older or later program writes is shown as it is.
    kind: (
      z.string() as unknown as z.ZodType<NonNullable<EntryFilter['kind']>>
    ).exactOptional(),
    outcome: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    issuer: z.string().exactOptional(),
  }),
  language: z.enum(['zh', 'en']),
  rows: count,
  sha256: bytesOf(32),
  firstSeq: count.exactOptional(),
  lastSeq: count.exactOptional(),
  head: z.strictObject({ seq: count, chain: bytesOf(32) }),
  alteredSeqs: z.array(count),
  altered: count,
  rowList: bytesOf(32),
});

function formatOf(said: unknown): number | undefined {
  const read = z.object({ format: z.int() }).safeParse(said);
  return read.success ? read.data.format : undefined;
}

function toCbor(manifest: Manifest & { readonly format: number }): CborValue {
  const { madeAt, filter, head, ...rest } = manifest;
  return new Map<string, CborValue>([
    ...Object.entries(rest),
    ['madeAt', new Map(Object.entries(madeAt))],
    [
      'filter',
      new Map(Object.entries(filterBody(filter)) as [string, CborValue][]),
    ],
    ['head', new Map<string, CborValue>(Object.entries(head))],
  ]);
}

function decoded(bytes: Uint8Array): unknown {
  const read = decodeCbor(bytes);
  return read.ok ? read.value : undefined;
}

/** Maps as objects, so that a schema can read them; keys that are no texts are left out. */
function plain(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(
    [...value].flatMap(([key, inner]: [unknown, unknown]) =>
      typeof key === 'string' ? [[key, plain(inner)]] : [],
    ),
  );
}
