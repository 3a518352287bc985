/** What the gate does; `none` is for what is not a pass at all. */
export type Outcome = 'admit' | 'hold' | 'deny' | 'none';

/** Every reason a verdict can give: a closed set. */
export type ReasonCode =
  | 'not-a-pass'
  | 'malformed'
  | 'demo-pass'
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
  | 'out-of-scope'
  | 'expired'
  | 'not-yet'
  | 'status-hold'
  | 'status-changed'
  | 'colour-yellow'
  | 'check-id'
  | 'temperature-missing'
  | 'temperature-implausible'
  | 'temperature-unstable'
  | 'fever'
  | 'fever-confirmed'
  | 'counterfeit'
  | 'status-revoked'
  | 'colour-red'
  | 'colour-green';

/**
 * The outcome each reason asks for; the strictest wins. Each code has words in both languages, a row
 * in docs/reasons.md and a fixture; a test fails where one is missing.
 */
export const reasonOutcomes: Readonly<Record<ReasonCode, Outcome>> = {
  // Neutral: nothing was shown that could be judged.
  'not-a-pass': 'none',
  malformed: 'none',
  'demo-pass': 'none',

  // The kiosk cannot decide, and says which knowledge it lacks.
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

  // The pass asks for a second look.
  'out-of-scope': 'hold',
  expired: 'hold',
  'not-yet': 'hold',
  'status-hold': 'hold',
  'status-changed': 'hold',
  'colour-yellow': 'hold',
  'check-id': 'hold',

  // Temperature is a protocol, not a number.
  'temperature-missing': 'hold',
  'temperature-implausible': 'hold',
  'temperature-unstable': 'hold',
  fever: 'hold',
  'fever-confirmed': 'hold',

  // Refused.
  counterfeit: 'deny',
  'status-revoked': 'deny',
  'colour-red': 'deny',

  // Nothing stands against it.
  'colour-green': 'admit',
};

export interface Reason {
  readonly code: ReasonCode;
  /** A closed sub-code for engineers and the log (which rule, which lookalike); never pass content. */
  readonly detail?: string;
}

/** What the guard does or says next; closed like the reasons, with words in both languages. */
export type Advice =
  | 'show-pass'
  | 'show-again'
  | 'brighten-screen'
  | 'switch-input-method'
  | 'compare-id'
  | 'measure-again'
  | 'refer-medical'
  | 'separate-and-report'
  | 'test-first'
  | 'renew-pass'
  | 'ask-issuer'
  | 'update-data'
  | 'update-kiosk'
  | 'check-clock'
  | 'register-by-hand'
  | 'keep-code-report'
  | 'call-hotline';
