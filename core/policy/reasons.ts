/** What the gate does; `none` is for what is not a pass at all. */
export type Outcome = 'admit' | 'hold' | 'deny' | 'none';

/** Neutral: nothing was shown that could be judged. */
export type NeutralCode = 'not-a-pass' | 'malformed' | 'demo-pass';

/** The guard has to look, ask, measure or compare. */
export type HoldCode =
  // The kiosk cannot decide, and says which knowledge it lacks.
  | 'update-kiosk'
  | 'unknown-key'
  | 'no-trust'
  | 'stale-trust'
  | 'expired-trust'
  | 'doubtful-clock'
  | 'clock-unknown'
  | 'status-unknown-list'
  | 'unusable-pass'
  | 'colour-unconfirmed'
  // The pass asks for a second look.
  | 'out-of-scope'
  | 'expired'
  | 'not-yet'
  | 'status-hold'
  | 'status-changed'
  | 'not-recognised'
  | 'recognition-ended'
  | 'arrival'
  | 'colour-yellow'
  | 'colour-held'
  | 'check-id'
  | 'stale-presentation'
  | 'replay'
  | 'seen-again'
  // Temperature is a protocol, not a number.
  | 'temperature-missing'
  | 'temperature-implausible'
  | 'temperature-unstable'
  | 'fever'
  | 'fever-confirmed';

/** Refused; none of these softens with the age of what the kiosk knows. */
export type DenyCode =
  | 'counterfeit'
  /** Under a key that was given up for good: whoever stole it can sign anything with it. */
  | 'killed-key'
  | 'status-revoked'
  | 'colour-red'
  | 'colour-denied';

/** Nothing stands against it: given alone or not at all. */
export type AdmitCode = 'colour-green';

/** Every reason a verdict can give: a closed set. */
export type ReasonCode = NeutralCode | HoldCode | DenyCode | AdmitCode;

/**
 * The outcome each reason asks for; the strictest wins. Each code has words in both languages, a row
 * in docs/reasons.md and a fixture; a test fails where one is missing.
 */
export const reasonOutcomes: Readonly<
  Record<NeutralCode, 'none'> &
    Record<HoldCode, 'hold'> &
    Record<DenyCode, 'deny'> &
    Record<AdmitCode, 'admit'>
> = {
  'not-a-pass': 'none',
  malformed: 'none',
  'demo-pass': 'none',

  'update-kiosk': 'hold',
  'unknown-key': 'hold',
  'no-trust': 'hold',
  'stale-trust': 'hold',
  'expired-trust': 'hold',
  'doubtful-clock': 'hold',
  'clock-unknown': 'hold',
  'status-unknown-list': 'hold',
  'unusable-pass': 'hold',
  'colour-unconfirmed': 'hold',

  'out-of-scope': 'hold',
  expired: 'hold',
  'not-yet': 'hold',
  'status-hold': 'hold',
  'status-changed': 'hold',
  'not-recognised': 'hold',
  'recognition-ended': 'hold',
  arrival: 'hold',
  'colour-yellow': 'hold',
  'colour-held': 'hold',
  'check-id': 'hold',
  'stale-presentation': 'hold',
  replay: 'hold',
  'seen-again': 'hold',

  'temperature-missing': 'hold',
  'temperature-implausible': 'hold',
  'temperature-unstable': 'hold',
  fever: 'hold',
  'fever-confirmed': 'hold',

  counterfeit: 'deny',
  'killed-key': 'deny',
  'status-revoked': 'deny',
  'colour-red': 'deny',
  'colour-denied': 'deny',

  'colour-green': 'admit',
};

export interface Reason<Code extends ReasonCode = ReasonCode> {
  readonly code: Code;
  /**
   * A closed sub-code for engineers and the log (which rule, which lookalike), several joined by
   * `+`; never pass content.
   */
  readonly detail?: string;
}

/** What stands against a genuine pass. */
export type Objection = Reason<HoldCode | DenyCode>;

/** What the guard does or says next; closed like the reasons, with words in both languages. */
export type Advice =
  | 'show-pass'
  | 'show-again'
  | 'brighten-screen'
  | 'switch-input-method'
  | 'compare-id'
  | 'measure-again'
  | 'refresh-code'
  | 'refer-medical'
  | 'separate-and-report'
  | 'test-first'
  | 'renew-pass'
  | 'apply-here'
  | 'ask-issuer'
  | 'update-data'
  | 'update-kiosk'
  | 'check-clock'
  | 'register-by-hand'
  | 'keep-code-report'
  | 'call-hotline';
