import type { Policy } from './policy.ts';
import type { Issuer, IssuerKey } from './trust-list.ts';

/** The statuses of one list of one issuer, as of one instant. */
export interface StatusList {
  readonly issuer: string;
  readonly list: number;
  /** UTC milliseconds. */
  readonly asOfMs: number;
  /**
   * Two bits an index, four to a byte, the lowest first: 0 normal, 1 hold, 2 revoked, 3 changed.
   * An index past the end is not covered, which is not the same as normal.
   */
  readonly bits: Uint8Array;
}

/** Everything one signed bundle says (docs/trust.md); a value of this type obeys all its rules. */
export interface BundleContent {
  /** Only ever grows. */
  readonly version: number;
  /** UTC milliseconds at which the root signed; its age drives the freshness ladder. */
  readonly signedAtMs: number;
  readonly profile: 'demo' | 'site';
  /** Name of the root that signs. */
  readonly root: string;
  readonly issuers: readonly Issuer[];
  readonly keys: readonly IssuerKey[];
  readonly policy: Policy;
  readonly statusLists: readonly StatusList[];
}

/** Why a bundle is not taken; the one held stays in force. */
export type BundleRefusalCode =
  /** Not our frame, not the CBOR profile, or not the shape; `where` names the place. */
  | 'bundle-malformed'
  /** A later schema than this kiosk reads. */
  | 'bundle-update-kiosk'
  /** Not signed by the root this kiosk is pinned to. */
  | 'bundle-root'
  /** Names the root, but the signature does not hold under both engines. */
  | 'bundle-signature'
  /** Demo content, root or issuer in a site kiosk, or the reverse. */
  | 'bundle-demo'
  /** Signed later than now can be. */
  | 'bundle-from-future'
  /** Older than the one held, or older in one of its parts; `where` says which. */
  | 'bundle-rollback'
  /** Another content under the version held. */
  | 'bundle-conflict'
  /** Forgets a revocation that is held. */
  | 'bundle-unrevokes'
  /** A key that is not canonical, of small order, or outside the prime-order subgroup. */
  | 'bundle-key'
  /** A kid that is not that of its issuer and key. */
  | 'bundle-kid'
  | 'bundle-duplicate-key'
  /** A key or status list of an issuer the bundle does not name. */
  | 'bundle-unknown-issuer'
  /** One public key under two issuers. */
  | 'bundle-cross-issuer'
  /** Figures of the policy outside what can be meant; `where` names the figure. */
  | 'bundle-policy';

export interface BundleRefusal {
  readonly code: BundleRefusalCode;
  /** The place in the bundle, e.g. `keys.3.from`; never a value of it. */
  readonly where?: string;
}
