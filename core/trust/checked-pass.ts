import type { ClaimsRefusal, FrameRefusal, Pass } from '#core/pass';
import type { Issuer, IssuerKey } from './trust-list.ts';

/** Why a signature is not believed. */
export type CounterfeitDetail =
  | 'bad-signature'
  | 'non-canonical'
  | 'small-order'
  | 'engines-disagree'
  | 'issuer-mismatch'
  /** Presented live, though the pass names no holder. */
  | 'no-holder-key'
  | 'holder-signature';

/** What the status list says beyond normal; each is a reason of its own. */
export type StatusFinding =
  'status-hold' | 'status-revoked' | 'status-changed' | 'status-unknown-list';

export type DateFinding = 'expired' | 'not-yet' | 'doubtful-clock';

export type ScopeFinding = 'kind' | 'form' | 'key-window';

/** How a genuine pass was shown. */
export type Showing =
  /** By itself: a picture or a print of it looks the same. */
  | { readonly kind: 'still' }
  /** By its holder's client, whose signature holds. */
  | {
      readonly kind: 'live';
      /** 8 bytes. */
      readonly nonce: Uint8Array;
      /** Outside 90 seconds around what the clock allows (format, section 5). */
      readonly isStale: boolean;
    };

/** A pass both engines found genuine, with everything the trust list says of it. */
export interface AuthenticPass {
  readonly pass: Pass;
  readonly issuer: Issuer;
  readonly key: IssuerKey;
  readonly showing: Showing;
  readonly outOfScope: readonly ScopeFinding[];
  readonly dates: readonly DateFinding[];
  /** One per person, in the order of the pass: normal or what was found. */
  readonly status: readonly ('normal' | StatusFinding)[];
}

/** Who a text is from, in the order of docs/pass-format.md: the first failure ends it. */
export type CheckedPass =
  | { readonly kind: 'unreadable'; readonly refusal: FrameRefusal }
  | { readonly kind: 'unknown-key' }
  /** Whoever may sign with its key by now, no pass of it is believed. */
  | { readonly kind: 'killed-key' }
  | { readonly kind: 'demo-pass' }
  | { readonly kind: 'counterfeit'; readonly detail: CounterfeitDetail }
  | {
      readonly kind: 'unusable';
      readonly issuer: Issuer;
      readonly refusal: ClaimsRefusal;
    }
  | { readonly kind: 'authentic'; readonly authentic: AuthenticPass };
