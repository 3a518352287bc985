import type { TrustedTime } from '#core/trust';
import type { Objection } from './reasons.ts';
import type { Rules } from './rules.ts';
import { rungOf } from './rules.ts';

/** What the kiosk does not know of the time. */
export function clockObjections({ state }: TrustedTime): readonly Objection[] {
  switch (state) {
    case 'trusted':
    case 'drifting':
      return [];
    case 'doubtful':
      return [{ code: 'doubtful-clock' }];
    case 'unknown':
      return [{ code: 'clock-unknown' }];
  }
}

/** What the kiosk no longer, or not yet, knows of the issuers. */
export function freshnessObjections(
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Objection[] {
  if (rules === undefined) return [{ code: 'no-trust' }];
  switch (rungOf(rules, now)) {
    case 'normal':
    case 'banner':
      return [];
    case 'hold':
      return [{ code: 'stale-trust' }];
    case 'expired':
      return [{ code: 'expired-trust' }];
  }
}
