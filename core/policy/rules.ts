import type { Policy, TrustedTime } from '#core/trust';
import type { Checkpoint } from './checkpoint.ts';

/** What this checkpoint goes by: the signed policy, the trust list it came with, the place. */
export interface Rules {
  readonly policy: Policy;
  readonly trustVersion: number;
  /** UTC milliseconds as of which what is held is known to be the latest: what the ladder counts from. */
  readonly trustAsOfMs: number;
  /** UTC milliseconds; of the status list that is oldest, absent where there is none. */
  readonly statusAsOfMs?: number;
  readonly checkpoint: Checkpoint;
}

/** Where the age of the trust list stands on the ladder of the signed policy. */
export type Rung = 'normal' | 'banner' | 'hold' | 'expired';

/** The rung by the oldest age the clock allows; exactly at a figure is still the rung below. */
export function rungOf(rules: Rules, now: TrustedTime): Rung {
  const { normalMs, bannerMs, holdMs } = rules.policy.freshness;
  const oldestMs = now.upperMs - rules.trustAsOfMs;
  if (oldestMs <= normalMs) return 'normal';
  if (oldestMs <= bannerMs) return 'banner';
  return oldestMs <= holdMs ? 'hold' : 'expired';
}

/** The most likely age of the trust list in milliseconds, never below 0. */
export function trustAgeMs(rules: Rules, now: TrustedTime): number {
  return Math.max(0, now.atMs - rules.trustAsOfMs);
}
