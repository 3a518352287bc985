import type { CheckedPass } from '#core/trust';
import type { Reading } from './temperature.ts';

/**
 * What is known of a person's temperature. `not-taken` is before anyone measured; `gave-up` is when
 * no stable reading came in time or the guard ended the measurement; otherwise every settled reading
 * of this scan, oldest first.
 */
export type TemperatureFacts =
  | { readonly kind: 'not-taken' }
  | {
      readonly kind: 'gave-up';
      readonly why: 'timeout' | 'unstable' | 'dismissed';
      readonly readings: readonly Reading[];
    }
  | {
      readonly kind: 'taken';
      readonly readings: readonly [Reading, ...Reading[]];
    };

/** What the log remembers of the pass or the presentation shown; when and where come from its entry. */
export type PassHistory =
  | { readonly kind: 'new' }
  /** Whoever showed this pass was let in; how long ago counts is the policy's to say. */
  | {
      readonly kind: 'seen-again';
      readonly atMs: number;
      readonly lane: string;
    }
  /** This very presentation was judged before. */
  | { readonly kind: 'replay'; readonly atMs: number; readonly lane: string };

/** Everything established about one scan before it is judged. */
export interface Facts {
  readonly checked: CheckedPass;
  readonly history: PassHistory;
  readonly temperature: TemperatureFacts;
}
