import type { Policy } from './policy.ts';
import type { Issuer, IssuerKey } from './trust-list.ts';

/** The statuses of one list of one issuer, as of one instant. */
export interface StatusList extends StatusHeading {
  /**
   * Each of 2^20 indices, the last of the rest: two bits an index, four to a byte, the lowest first:
   * 0 normal, 1 hold, 2 revoked, 3 changed. Bits past the last index are zero.
   */
  readonly chunks: readonly Uint8Array[];
}

/** What a list says of itself, and of nobody on it. */
export interface StatusHeading {
  readonly issuer: string;
  readonly list: number;
  /** UTC milliseconds. */
  readonly asOfMs: number;
  /** How many indices it covers. One past the end is not covered, which is not the same as normal. */
  readonly entries: number;
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

/** The same before the chunks of the status lists are there. */
export interface BundleHeadings extends Omit<BundleContent, 'statusLists'> {
  readonly statusLists: readonly StatusHeading[];
}
