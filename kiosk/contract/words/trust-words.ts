import type { Rung } from '#core/policy';
import type {
  BundlePlace,
  BundleReadFault,
  KeyView,
  TokenError,
  TrustChange,
} from '../trust.ts';
import type { FailureWords } from '../words.ts';

/** What the screens of trust, import, freshness token and clock say. */
export interface TrustWords {
  readonly errors: Readonly<Record<TokenError, string>>;
  readonly readFaults: Readonly<Record<BundleReadFault, FailureWords>>;
  readonly changes: Readonly<Record<TrustChange['what'], string>>;
  readonly keyStates: Readonly<Record<KeyView['state'], string>>;
  readonly kinds: Readonly<Record<KeyView['kinds'][number], string>>;
  /** What the lane does on each rung. */
  readonly rungs: Readonly<Record<Rung, string>>;
  /** Whose age it is. */
  readonly ages: Readonly<Record<'trust' | 'policy' | 'status', string>>;
  readonly places: Readonly<Record<BundlePlace['kind'], string>>;
  readonly screen: Readonly<Record<TrustWord, string>>;
}

export type TrustWord =
  | 'title'
  | 'to-trust'
  | 'back'
  | 'asking'
  | 'failed'
  | 'try-again'
  | 'no-bundle'
  | 'no-bundle-help'
  | 'ladder'
  | 'age-now'
  | 'root'
  | 'root-version'
  | 'threshold'
  | 'threshold-one'
  | 'fingerprint'
  | 'version'
  | 'as-of'
  | 'confirmed'
  | 'oldest-list'
  | 'no-list'
  | 'region'
  | 'issuers'
  | 'issuer'
  | 'keys'
  | 'signs'
  | 'every-form'
  | 'no-keys'
  | 'status-lists'
  | 'list'
  | 'no-lists'
  | 'entries'
  | 'on-hold'
  | 'revoked'
  | 'changed'
  | 'validity'
  | 'now'
  | 'killed'
  | 'killed-keys'
  | 'killed-ranges'
  | 'import'
  | 'import-who'
  | 'to-log-in'
  | 'import-what'
  | 'choose-bundle'
  | 'no-place'
  | 'where-to-put'
  | 'look-again'
  | 'next'
  | 'confirm-import'
  | 'confirm-help'
  | 'start-import'
  | 'importing'
  | 'cancelled'
  | 'imported'
  | 'unchanged'
  | 'refused'
  | 'unreadable'
  | 'only-newer'
  | 'status-oldest'
  | 'unlisted'
  | 'what-changed'
  | 'part'
  | 'before'
  | 'after'
  | 'held-stays'
  | 'nothing-held'
  | 'close'
  | 'other-file'
  | 'token'
  | 'token-what'
  | 'token-waiting'
  | 'token-read'
  | 'token-over'
  | 'token-again'
  | 'token-paste'
  | 'token-paste-again'
  | 'token-confirm'
  | 'token-done'
  | 'clock'
  | 'set-clock'
  | 'clock-believes'
  | 'clock-state'
  | 'clock-settable'
  | 'clock-allowed'
  | 'clock-needs-bundle'
  | 'clock-who'
  | 'clock-zone'
  | 'date'
  | 'time'
  | 'clock-difference'
  | 'clock-ahead'
  | 'clock-behind'
  | 'clock-same'
  | 'clock-set'
  | 'clock-not-a-time';
