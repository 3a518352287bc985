import { personsOf, type Health, type LatestTest, type Pass } from '#core/pass';
import type { TrustedTime } from '#core/trust';
import type { Rules } from './rules.ts';
import type { Badge } from './verdict.ts';

/** The badges beside a verdict; never a colour. A paper pass carries no state and has none. */
export function badgesOf(
  pass: Pass,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Badge[] {
  if (pass.form === 'paper') return [];
  const isClean = now.upperMs <= testBadgeUntilMs(pass, rules, now);
  return [
    { kind: 'test', state: isClean ? 'negative' : 'none' },
    ...vaccinationBadge(personsOf(pass)),
  ];
}

/**
 * When the test badge lapses, in UTC milliseconds; 0 where it was never earned. A household earns it
 * when every member does.
 */
export function testBadgeUntilMs(
  pass: Pass,
  rules: Rules | undefined,
  now: TrustedTime,
): number {
  const cleanForMs = (rules?.policy.testBadgeHours ?? 0) * 3_600_000;
  return Math.min(
    ...personsOf(pass).map(({ test }) => cleanUntilMs(test, cleanForMs, now)),
  );
}

/** A badge is not guessed: a doubtful clock or a test from the future earns none. */
function cleanUntilMs(
  test: LatestTest | undefined,
  cleanForMs: number,
  now: TrustedTime,
): number {
  if (test?.result !== 'negative') return 0;
  if (now.state === 'doubtful' || now.state === 'unknown') return 0;
  const sampledAtMs = test.sampledAt * 1000;
  return sampledAtMs > now.upperMs ? 0 : sampledAtMs + cleanForMs;
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
