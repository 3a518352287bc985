/**
 * How far the clock is believed. `trusted` and `drifting` decide, the second within a wider interval;
 * `doubtful` holds whatever depends on dates; `unknown` cannot decide at all.
 */
export type TimeState = 'trusted' | 'drifting' | 'doubtful' | 'unknown';

/** The one instant of a scan: UTC milliseconds, the truth lies between lower and upper. */
export interface TrustedTime {
  readonly lowerMs: number;
  readonly atMs: number;
  readonly upperMs: number;
  readonly state: TimeState;
  /** Milliseconds since this boot, never adjusted. */
  readonly monoMs: number;
  readonly bootId: string;
}
