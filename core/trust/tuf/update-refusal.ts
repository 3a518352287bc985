import type { BundleRefusalCode } from '../bundle.ts';

/** Why an update is not taken; what is held stays in force. */
export type UpdateRefusalCode =
  | BundleRefusalCode
  /** The file that carries it does not hold together; `where` is its fault. */
  | 'bundle-file'
  /** A file that the set names, or a step of the root's, is neither in the bundle nor held. */
  | 'bundle-missing'
  /** Not one readable document of the type it must be. */
  | 'bundle-not-metadata'
  /** Fewer distinct keys of the role signed than its threshold, or it has too few keys. */
  | 'bundle-threshold'
  /** Two signatures under one key id in one document. */
  | 'bundle-repeated-signature'
  /** A key id that is not the SHA-256 of its key. */
  | 'bundle-key-id'
  /** A root that is more than 256 steps ahead of the one held. */
  | 'bundle-rotations'
  /** A newer timestamp that was not signed later than the one held: age must not be made up. */
  | 'bundle-freeze'
  /** Documents or files that were not published together. */
  | 'bundle-mixed'
  /** A role that the snapshot held lists and the new one does not. */
  | 'bundle-vanished'
  /** A file whose length or hash is not the one signed for. */
  | 'bundle-hash'
  /** A role that reaches beyond its own path, or hands it on. */
  | 'bundle-delegation';

export interface UpdateRefusal {
  readonly code: UpdateRefusalCode;
  /** The role, file or place; never a value. */
  readonly where?: string;
}
