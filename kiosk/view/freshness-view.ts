import { rungOf, trustAgeMs, type Rules } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import type { Freshness } from '#kiosk/contract';

/** Where the trust list stands on the ladder of the signed policy. */
export function freshnessOf(
  rules: Rules | undefined,
  now: TrustedTime,
): Freshness {
  if (rules === undefined) return { rung: 'none' };
  return {
    rung: rungOf(rules, now),
    version: rules.trustVersion,
    ageMs: trustAgeMs(rules, now),
  };
}
