/** Why a bundle is not taken; what is held stays in force. */
export type BundleRefusalCode =
  /** The file that carries it does not hold together; `where` is its fault. */
  | 'bundle-file'
  /** A file that it names, or a step of the root's, is neither in the bundle nor held. */
  | 'bundle-missing'
  /** Not one readable document of the type it must be. */
  | 'bundle-not-metadata'
  /** Not the CBOR profile, not the shape, or more than is looked at; `where` names the place. */
  | 'bundle-malformed'
  /** A later schema than this kiosk reads. */
  | 'bundle-update-kiosk'
  /** Another root than the pinned one, or one that is called something else. */
  | 'bundle-root'
  /** Demo content, root or issuer in a site kiosk, or the reverse. */
  | 'bundle-demo'
  /** Fewer distinct keys of the role signed than its threshold, or it has too few keys. */
  | 'bundle-threshold'
  /** Two signatures under one key id in one document. */
  | 'bundle-repeated-signature'
  /** A key id that is not the SHA-256 of its key. */
  | 'bundle-key-id'
  /** A root that is more than 256 steps ahead of the one held. */
  | 'bundle-rotations'
  /** A role that reaches beyond its own path, or hands it on. */
  | 'bundle-delegation'
  /** Documents or files that were not published together. */
  | 'bundle-mixed'
  /** A file whose length or hash is not the one signed for. */
  | 'bundle-hash'
  /** Signed later than now can be. */
  | 'bundle-from-future'
  /** Older than what is held, or older in one of its parts; `where` says which. */
  | 'bundle-rollback'
  /** A newer timestamp that was not signed later than the one held: age must not be made up. */
  | 'bundle-freeze'
  /** Another document under a version that is held. */
  | 'bundle-conflict'
  /** A role that the snapshot held lists and the new one does not. */
  | 'bundle-vanished'
  /** Forgets a revocation that is held. */
  | 'bundle-unrevokes'
  /** A key that is not canonical, of small order, or outside the prime-order subgroup. */
  | 'bundle-key'
  /** A kid that is not that of its issuer and key. */
  | 'bundle-kid'
  | 'bundle-duplicate-key'
  /** A status list of an issuer the bundle does not name, or a policy that recognises one. */
  | 'bundle-unknown-issuer'
  /** What belongs to one issuer under another: a public key, a key file, a status list. */
  | 'bundle-cross-issuer'
  /** Figures of the policy outside what can be meant; `where` names the figure. */
  | 'bundle-policy';

export interface BundleRefusal {
  readonly code: BundleRefusalCode;
  /** The role, file or place in it; never a value. */
  readonly where?: string;
}
