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
  /** Of the timestamp; only ever grows. */
  readonly version: number;
  /** UTC milliseconds at which the timestamp was signed; its age drives the freshness ladder. */
  readonly signedAtMs: number;
  readonly profile: 'demo' | 'site';
  /** Name of the root that signs. */
  readonly root: string;
  readonly issuers: readonly Issuer[];
  readonly keys: readonly IssuerKey[];
  readonly policy: Policy;
  readonly statusLists: readonly StatusList[];
}
