import { personsOf, type Health, type LatestTest, type Pass } from '#core/pass';
import type { TrustedTime } from '#core/trust';
import type { Rules } from './rules.ts';
import type { Badge } from './verdict.ts';

/**
 * The badges beside a verdict on these persons of the pass: what every one of them has earned. Never
 * a colour. A paper pass carries no state and has none.
 */
export function badgesOf(
  { form }: Pass,
  persons: readonly Health[],
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Badge[] {
  if (form === 'paper') return [];
  const isClean = persons.every(
    ({ test }) => now.upperMs <= cleanUntilMs(test, rules, now),
  );
  return [
    { kind: 'test', state: isClean ? 'negative' : 'none' },
    ...vaccinationBadge(persons),
  ];
}

/** When each person's test badge lapses, in UTC milliseconds; 0 where it was never earned. */
export function testBadgesUntilMs(
  pass: Pass,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly number[] {
  return personsOf(pass).map(({ test }) => cleanUntilMs(test, rules, now));
}

/** A badge is not guessed: a doubtful clock or a test from the future earns none. */
function cleanUntilMs(
  test: LatestTest | undefined,
  rules: Rules | undefined,
  now: TrustedTime,
): number {
  const badge = rules?.policy.testBadge;
  if (badge === undefined || test?.result !== 'negative') return 0;
  if (now.state === 'doubtful' || now.state === 'unknown') return 0;
  const { sampledAt, reportedAt } = test;
  const from = badge.countsFrom === 'sampled' ? sampledAt : reportedAt;
  if (from === undefined) return 0;
  const latestMs = Math.max(sampledAt, from) * 1000;
  return latestMs > now.upperMs ? 0 : from * 1000 + badge.hours * 3_600_000;
}

/** Complete when every member is, started when every member has had a dose. */
function vaccinationBadge(persons: readonly Health[]): readonly Badge[] {
  if (persons.every(isComplete)) {
    return [{ kind: 'vaccination', state: 'complete' }];
  }
  return persons.every(isStarted)
    ? [{ kind: 'vaccination', state: 'started' }]
    : [];
}

function isComplete({ vaccination }: Health): boolean {
  return vaccination?.complete === true || vaccination?.booster === true;
}

function isStarted({ vaccination }: Health): boolean {
  return vaccination !== undefined && vaccination.doses > 0;
}
