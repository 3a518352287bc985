import { rungOf, trustAgeMs, type Rules } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import type { Freshness } from '#kiosk/contract';

/** Where the trust list stands on the ladder of the signed policy, and how old the policy and the statuses are. */
export function freshnessOf(
  rules: Rules | undefined,
  now: TrustedTime,
): Freshness {
  if (rules === undefined) return { rung: 'none' };
  const { policy, statusAsOfMs } = rules;
  return {
    rung: rungOf(rules, now),
    version: rules.trustVersion,
    ageMs: trustAgeMs(rules, now),
    policy: { version: policy.version, ageMs: ageOf(policy.asOfMs, now) },
    ...(statusAsOfMs !== undefined && {
      status: { ageMs: ageOf(statusAsOfMs, now) },
    }),
  };
}

/** As old as the time most likely makes it, never below 0. */
function ageOf(asOfMs: number, { atMs }: TrustedTime): number {
  return Math.max(0, atMs - asOfMs);
}
