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

/** Everything established about one scan before it is judged. */
export interface Facts {
  readonly checked: CheckedPass;
  readonly temperature: TemperatureFacts;
}
