import type { Pass } from '#core/pass';
import type { TrustedTime } from '#core/trust';
import { testBadgeUntilMs } from './badges.ts';
import type { Rules } from './rules.ts';

/**
 * When the same facts could first be judged otherwise, in UTC milliseconds: the pass's window, the
 * next rung of the trust list or the test badge, whichever comes first. Where nothing is known to
 * change it is now: what rests on no knowledge is judged afresh each time.
 */
export function lastsUntilMs(
  pass: Pass | undefined,
  rules: Rules | undefined,
  now: TrustedTime,
): number {
  const changes = [
    ...(pass === undefined ? [] : passChangesMs(pass, rules, now)),
    ...(rules === undefined ? [] : rungChangesMs(rules)),
  ].filter((atMs) => atMs > now.atMs);
  return changes.length === 0 ? now.atMs : Math.min(...changes);
}

function passChangesMs(
  pass: Pass,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly number[] {
  return [
    pass.notBefore * 1000,
    pass.expiresAt * 1000,
    testBadgeUntilMs(pass, rules, now),
  ];
}

function rungChangesMs({ policy, trustSignedAtMs }: Rules): readonly number[] {
  const { bannerMs, holdMs } = policy.freshness;
  return [trustSignedAtMs + bannerMs, trustSignedAtMs + holdMs];
}
