import type { ClaimsRefusal, FrameRefusal, Pass } from '#core/pass';
import type { Issuer, IssuerKey } from './trust-list.ts';

/** Why a signature is not believed. */
export type CounterfeitDetail =
  | 'bad-signature'
  | 'non-canonical'
  | 'small-order'
  | 'engines-disagree'
  | 'issuer-mismatch';

/** What the status list says beyond normal; each is a reason of its own. */
export type StatusFinding =
  'status-hold' | 'status-revoked' | 'status-changed' | 'status-unknown-list';

export type DateFinding = 'expired' | 'not-yet' | 'doubtful-clock';

export type ScopeFinding = 'kind' | 'form' | 'key-window';

/** A pass both engines found genuine, with everything the trust list says of it. */
export interface AuthenticPass {
  readonly pass: Pass;
  readonly issuer: Issuer;
  readonly key: IssuerKey;
  readonly outOfScope: readonly ScopeFinding[];
  readonly dates: readonly DateFinding[];
  /** One per person, in the order of the pass: normal or what was found. */
  readonly status: readonly ('normal' | StatusFinding)[];
}

/** Who a text is from, in the order of docs/pass-format.md: the first failure ends it. */
export type CheckedPass =
  | { readonly kind: 'unreadable'; readonly refusal: FrameRefusal }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'demo-pass' }
  | { readonly kind: 'counterfeit'; readonly detail: CounterfeitDetail }
  | {
      readonly kind: 'unusable';
      readonly issuer: Issuer;
      readonly refusal: ClaimsRefusal;
    }
  | { readonly kind: 'authentic'; readonly authentic: AuthenticPass };
