import type { Result } from '#core/result';

/**
 * Reads TUF 1.0 metadata, supplied by the host. It checks shape alone: whether a signature holds, a key
 * is fit and a threshold is met is decided here in core.
 */
export interface Metadata {
  /** The bytes come from anyone. `not-metadata` is everything that is not exactly one such document. */
  read(bytes: Uint8Array): Result<SignedMetadata, 'not-metadata'>;
}

export type SignedMetadata =
  RootMetadata | TimestampMetadata | SnapshotMetadata | TargetsMetadata;

interface Signed {
  readonly version: number;
  /** UTC milliseconds. Told to people; nothing is refused for it. */
  readonly expiresAtMs: number;
  /** The canonical JSON of `signed`: what the signatures are over. */
  readonly signedBytes: Uint8Array;
  readonly signatures: readonly MetadataSignature[];
}

export interface MetadataSignature {
  readonly keyId: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

export interface RootMetadata extends Signed {
  readonly type: 'root';
  /** `x-profile` and `x-name`: which world this root is of, and what it is called. */
  readonly profile: 'demo' | 'site';
  readonly name: string;
  readonly keys: readonly MetadataKey[];
  readonly roles: Readonly<Record<TopRole, Role>>;
}

export type TopRole = 'root' | 'timestamp' | 'snapshot' | 'targets';

export interface TimestampMetadata extends Signed {
  readonly type: 'timestamp';
  /** `x-signed-at` in UTC milliseconds: the only time of issue there is, and what ages count from. */
  readonly signedAtMs: number;
  readonly snapshot: MetadataFile;
}

export interface SnapshotMetadata extends Signed {
  readonly type: 'snapshot';
  /** By file name, e.g. `targets.json`. */
  readonly files: ReadonlyMap<string, MetadataFile>;
}

export interface TargetsMetadata extends Signed {
  readonly type: 'targets';
  /** By path, e.g. `keys/51/keys.cbor`. */
  readonly targets: ReadonlyMap<string, TargetFile>;
  readonly delegations?: {
    readonly keys: readonly MetadataKey[];
    readonly roles: readonly DelegatedRole[];
  };
}

/** An Ed25519 key; one of another type makes the document no metadata. */
export interface MetadataKey {
  /** As written; core compares it with the hash of `canonicalBytes`. */
  readonly id: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The canonical JSON of the key as written. */
  readonly canonicalBytes: Uint8Array;
}

export interface Role {
  readonly keyIds: readonly string[];
  /** How many of the keys must sign; at least 1. */
  readonly threshold: number;
}

export interface DelegatedRole extends Role {
  readonly name: string;
  readonly paths: readonly string[];
  readonly isTerminating: boolean;
}

/** What one document says of another; length and hash are checked where they are given. */
export interface MetadataFile {
  readonly version: number;
  readonly length?: number;
  /** SHA-256 in lower-case hex. */
  readonly sha256?: string;
}

export type TargetFile = Required<Omit<MetadataFile, 'version'>>;
