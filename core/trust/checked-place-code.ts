import type { ClaimsRefusal, FrameRefusal, PlaceClaims } from '#core/pass';
import type { CounterfeitDetail, DateFinding } from './checked-pass.ts';
import type { Issuer } from './trust-list.ts';

/** Where a place code leaves what its key may sign. */
export type PlaceScopeFinding = 'kind' | 'key-window' | 'area';

/** Whom a place code is from, in the order of docs/pass-format.md: the first failure ends it. */
export type CheckedPlaceCode =
  | { readonly kind: 'unreadable'; readonly refusal: FrameRefusal }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'killed-key' }
  | { readonly kind: 'counterfeit'; readonly detail: CounterfeitDetail }
  | {
      readonly kind: 'unusable';
      readonly issuer: Issuer;
      readonly refusal: ClaimsRefusal;
    }
  | {
      readonly kind: 'genuine';
      readonly place: PlaceClaims;
      readonly issuer: Issuer;
      readonly outOfScope: readonly PlaceScopeFinding[];
      /** A place code has no end; it can only be issued in the future. */
      readonly dates: readonly Extract<DateFinding, 'not-yet'>[];
    };
