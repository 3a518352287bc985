import type { TrustedTime } from '#core/trust';
import { testBadgesUntilMs } from './badges.ts';
import type { Known } from './objections.ts';
import { recognitionChangesMs } from './recognition.ts';
import type { Rules } from './rules.ts';

/**
 * When the same facts could first be judged otherwise, in UTC milliseconds: the pass's window, a test
 * badge, the beginning or end of recognition, the next rung of the trust list or the end of having
 * been seen, whichever comes first. Where nothing is known to change it is now: what rests on no
 * knowledge is judged afresh each time.
 */
export function lastsUntilMs(
  known: Known | undefined,
  rules: Rules | undefined,
  now: TrustedTime,
): number {
  const changes = [
    ...(known === undefined ? [] : passChangesMs(known, rules, now)),
    ...(rules === undefined ? [] : rungChangesMs(rules)),
  ].filter((atMs) => atMs > now.atMs);
  return changes.length === 0 ? now.atMs : Math.min(...changes);
}

function passChangesMs(
  { authentic, history }: Known,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly number[] {
  const { pass } = authentic;
  const seenWithinMs = rules?.policy.seenAgainWithinMs ?? 0;
  return [
    pass.notBefore * 1000,
    pass.expiresAt * 1000,
    ...testBadgesUntilMs(pass, rules, now),
    ...recognitionChangesMs(authentic, rules?.policy),
    ...(history.kind === 'seen-again' ? [history.atMs + seenWithinMs] : []),
  ];
}

function rungChangesMs({ policy, trustAsOfMs }: Rules): readonly number[] {
  const { bannerMs, holdMs } = policy.freshness;
  return [trustAsOfMs + bannerMs, trustAsOfMs + holdMs];
}
