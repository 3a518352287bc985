import type { Form } from '#core/pass';
import type { Colour, TimeState } from '#core/trust';
import type { Advice, Reason } from './reasons.ts';

export type Badge =
  | { readonly kind: 'test'; readonly state: 'negative' | 'none' }
  | { readonly kind: 'vaccination'; readonly state: 'started' | 'complete' };

/** What may be shown of an authentic pass: enough to compare with an ID, already masked. */
export interface Subject {
  readonly maskedName?: string;
  readonly maskedDocument?: string;
  readonly birthYear?: number;
  readonly issuerId: string;
  readonly issuerZh: string;
  readonly issuerEn: string;
  readonly colour?: Colour;
  /** The issuer's own word for the colour, as signed. */
  readonly colourLabel?: string;
  readonly form: Form;
  /** 1, or how many persons a household pass stands for. */
  readonly persons: number;
  /** Of a household, in the order of the pass, the guardian first; empty for one person. */
  readonly members: readonly MemberVerdict[];
}

/** One person of a household, judged as far as the pass goes. */
export interface MemberVerdict {
  readonly maskedName: string;
  readonly maskedDocument?: string;
  readonly birthYear?: number;
  readonly colour?: Colour;
  readonly colourLabel?: string;
  readonly outcome: 'admit' | 'hold' | 'deny';
  /** What stands against this one alone; empty for whoever would be admitted. */
  readonly reasons: readonly Reason[];
  readonly badges: readonly Badge[];
}

/** The versions and ages of everything a verdict used. */
export interface Basis {
  readonly policyVersion: number;
  readonly trustVersion: number;
  readonly trustAgeMs: number;
  /** UTC milliseconds; of the list that is oldest, absent where there is none. */
  readonly statusAsOfMs?: number;
  readonly timeState: TimeState;
}

interface Judged {
  /** Every reason established, the one that decides first; never empty. */
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly advice: readonly Advice[];
  readonly badges: readonly Badge[];
  readonly basis: Basis;
  /** UTC milliseconds after which the same facts would have to be judged again. */
  readonly expiresAtMs: number;
}

/** Only an authentic pass has a subject: nothing of a pass is shown before its signature holds. */
export type Verdict =
  | (Judged & { readonly outcome: 'admit'; readonly subject: Subject })
  | (Judged & { readonly outcome: 'hold'; readonly subject?: Subject })
  | (Judged & { readonly outcome: 'deny'; readonly subject?: Subject })
  | (Judged & { readonly outcome: 'none' });
