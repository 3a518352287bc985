import type { TimeState, TrustedTime } from '#core/trust';

/** Every kind of entry the log may hold; never shrinks, for old entries stay readable. */
export type EntryKind =
  | 'scan'
  | 'guard-action'
  | 'login'
  | 'export'
  | 'import'
  | 'clock'
  | 'config'
  | 'shift'
  | 'start'
  | 'stop'
  | 'gap';

/** Plain values the deterministic CBOR profile can carry (core/cbor). */
export type EntryValue =
  string | number | boolean | Uint8Array | readonly EntryValue[] | EntryBody;

export interface EntryBody {
  readonly [key: string]: EntryValue;
}

/** The columns a log page filters by; each repeats a value of the header and is checked against it. */
export interface EntryProjection {
  readonly outcome?: 'admit' | 'hold' | 'deny' | 'none';
  readonly reason?: string;
  readonly issuer?: string;
  readonly dedupeTag?: string;
  readonly maskedName?: string;
  readonly maskedDocument?: string;
}

/** Every value that is stored beside the header for the sake of queries, never as a truth of its own. */
export interface EntryColumns extends EntryProjection {
  readonly bootId: string;
  readonly monoMs: number;
  readonly atMs: number;
  readonly timeState: TimeState;
}

/** What is to be written; the store adds seq, chain and the bytes. */
export interface EntryDraft {
  /** UUIDv7, made by the host. */
  readonly id: string;
  readonly kind: EntryKind;
  /** The entry this one is about: the scan of a guard action, the first scan of a second measurement. */
  readonly ref?: string;
  readonly at: TrustedTime;
  readonly body: EntryBody;
  /** Always `projectionOf(body)`; the store refuses a draft whose columns say something else. */
  readonly projection: EntryProjection;
  /** The sealed personal data of this entry, if any; deletable without breaking the chain. */
  readonly sealed?: Uint8Array;
}

/** An entry as stored: the header bytes are the truth, everything else is derived from them. */
export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly kind: EntryKind;
  readonly ref?: string;
  readonly columns: EntryColumns;
  /** Deterministic CBOR of {seq, id, kind, ref, time, body}. */
  readonly header: Uint8Array;
  /** SHA-256 of the sealed blob, or 32 zero bytes where there is none. */
  readonly sealedHash: Uint8Array;
  /** SHA-256(0x01 ‖ previous chain ‖ SHA-256(header ‖ sealedHash)). */
  readonly chain: Uint8Array;
}

export interface ChainHead {
  readonly seq: number;
  readonly chain: Uint8Array;
}
