import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import { err, ok, type Result } from '#core/result';
import type { TimeState, TrustedTime } from '#core/trust';
import type {
  EntryColumns,
  EntryDraft,
  EntryKind,
  EntryValue,
} from './entry.ts';
import { isBody, projectionOf } from './projection.ts';

/** The part of a draft that the chain covers in the clear. */
export type HeaderDraft = Pick<
  EntryDraft,
  'id' | 'kind' | 'ref' | 'at' | 'body'
>;

/** A header read back from its bytes. */
export interface EntryHeader extends HeaderDraft {
  readonly seq: number;
}

/** Why stored header bytes are not a header: no CBOR of the profile, or a field is missing or of another type. */
export type HeaderFault = 'not-cbor' | 'not-a-header';

/** The bytes the chain covers: the same entry always gives the same bytes. */
export function encodeHeader(seq: number, draft: HeaderDraft): Uint8Array {
  return encodeCbor(
    new Map<string, CborValue>([
      ['seq', seq],
      ['id', draft.id],
      ['kind', draft.kind],
      ...(draft.ref === undefined ? [] : [['ref', draft.ref] as const]),
      ['time', encodeTime(draft.at)],
      ['body', toCbor(draft.body)],
    ]),
  );
}

/** Reads stored header bytes back; whoever holds the disk controls them. */
export function readHeader(
  bytes: Uint8Array,
): Result<EntryHeader, HeaderFault> {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok) return err('not-cbor');
  const header = fromCbor(decoded.value);
  if (!isBody(header)) return err('not-a-header');
  const { seq, id, kind, ref, time, body } = header;
  const at = readTime(time);
  if (
    typeof seq !== 'number' ||
    typeof id !== 'string' ||
    !isEntryKind(kind) ||
    (ref !== undefined && typeof ref !== 'string') ||
    at === undefined ||
    !isBody(body)
  ) {
    return err('not-a-header');
  }
  return ok({
    seq,
    id,
    kind,
    ...(ref === undefined ? {} : { ref }),
    at,
    body,
  });
}

/** What the columns beside this header have to say. */
export function columnsOf(header: HeaderDraft): EntryColumns {
  const at = wholeTime(header.at);
  return {
    bootId: at.bootId,
    monoMs: at.monoMs,
    atMs: at.atMs,
    timeState: at.state,
    ...projectionOf(header.body),
  };
}

function encodeTime(at: TrustedTime): CborValue {
  const whole = wholeTime(at);
  return new Map<string, CborValue>([
    ['lower', whole.lowerMs],
    ['at', whole.atMs],
    ['upper', whole.upperMs],
    ['state', whole.state],
    ['mono', whole.monoMs],
    ['boot', whole.bootId],
  ]);
}

/** Whole milliseconds the profile can carry; rounding and clamping never narrow the interval inwards. */
function wholeTime(at: TrustedTime): TrustedTime {
  return {
    ...at,
    lowerMs: clamp(Math.floor(at.lowerMs)),
    atMs: clamp(Math.floor(at.atMs)),
    upperMs: clamp(Math.ceil(at.upperMs)),
    monoMs: clamp(Math.floor(at.monoMs)),
  };
}

function clamp(ms: number): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    Math.max(Number.MIN_SAFE_INTEGER, ms),
  );
}

function readTime(value: EntryValue | undefined): TrustedTime | undefined {
  if (!isBody(value)) return undefined;
  const { lower, at, upper, state, mono, boot } = value;
  if (
    typeof lower !== 'number' ||
    typeof at !== 'number' ||
    typeof upper !== 'number' ||
    !isTimeState(state) ||
    typeof mono !== 'number' ||
    typeof boot !== 'string'
  ) {
    return undefined;
  }
  return {
    lowerMs: lower,
    atMs: at,
    upperMs: upper,
    state,
    monoMs: mono,
    bootId: boot,
  };
}

const entryKinds: Readonly<Record<EntryKind, true>> = {
  scan: true,
  'guard-action': true,
  login: true,
  export: true,
  import: true,
  clock: true,
  config: true,
  shift: true,
  start: true,
  stop: true,
  gap: true,
};

function isEntryKind(value: EntryValue | undefined): value is EntryKind {
  return typeof value === 'string' && Object.hasOwn(entryKinds, value);
}

const timeStates: Readonly<Record<TimeState, true>> = {
  trusted: true,
  drifting: true,
  doubtful: true,
  unknown: true,
};

function isTimeState(value: EntryValue | undefined): value is TimeState {
  return typeof value === 'string' && Object.hasOwn(timeStates, value);
}

function toCbor(value: EntryValue): CborValue {
  if (typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (isList(value)) return value.map(toCbor);
  return new Map(
    Object.entries(value).map(([key, item]) => [key, toCbor(item)] as const),
  );
}

function fromCbor(value: CborValue): EntryValue {
  if (typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (isMap(value)) {
    return Object.fromEntries(
      [...value].map(([key, item]) => [String(key), fromCbor(item)] as const),
    );
  }
  return value.map(fromCbor);
}

function isList(value: EntryValue): value is readonly EntryValue[] {
  return Array.isArray(value);
}

function isMap(
  value: CborValue,
): value is ReadonlyMap<number | string, CborValue> {
  return value instanceof Map;
}
