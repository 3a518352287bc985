import { describe, expect, it } from 'vitest';
import { decide, type Badge, type Rules } from '#core/policy';
import type { LatestTest, Pass } from '#core/pass';
import type { TrustedTime } from '#core/trust';
import {
  at,
  authentic,
  factsOf,
  health,
  hourMs,
  household,
  noonMs,
  rules,
  single,
  withPolicy,
} from './scenes.ts';

function badges(
  pass: Pass,
  now: TrustedTime = at(),
  goBy: Rules | undefined = rules,
): readonly Badge[] {
  return decide(factsOf(authentic(pass)), goBy, now).badges;
}

function clean(hoursAgo: number, other: Partial<LatestTest> = {}): LatestTest {
  const sampledAt = noonMs / 1000 - hoursAgo * 3600;
  return { kind: 'nucleic-acid', result: 'negative', sampledAt, ...other };
}

const negative = { kind: 'test', state: 'negative' } as const;
const none = { kind: 'test', state: 'none' } as const;

describe('the test badge', () => {
  it('is earned by a clean test as old as the policy allows, by the latest the clock may show', () => {
    const oldest = at(noonMs, { upperMs: noonMs });
    const older = at(noonMs, { upperMs: noonMs + 1 });
    const pass = single({ test: clean(48) });
    expect(badges(pass, oldest)).toEqual([negative]);
    expect(badges(pass, older)).toEqual([none]);
  });

  it('counts from sampling, not from the report', () => {
    const test = clean(50, { reportedAt: noonMs / 1000 - 3600 });
    expect(badges(single({ test }))).toEqual([none]);
  });

  it('counts from the report where the policy says so, and not without one', () => {
    const byReport = withPolicy({
      testBadge: { hours: 24, countsFrom: 'reported' },
    });
    const reported = (hoursAgo: number): Pass =>
      single({
        test: clean(50, { reportedAt: noonMs / 1000 - hoursAgo * 3600 }),
      });
    expect(badges(reported(23), at(), byReport)).toEqual([negative]);
    expect(badges(reported(24), at(), byReport)).toEqual([none]);
    expect(badges(reported(-1), at(), byReport)).toEqual([none]);
    expect(badges(single({ test: clean(1) }), at(), byReport)).toEqual([none]);
  });

  it.each([24, 72, 168])('is earned for %i hours', (hours) => {
    const goBy = withPolicy({ testBadge: { hours, countsFrom: 'sampled' } });
    const aged = (age: number): readonly Badge[] =>
      badges(single({ test: clean(age) }), at(), goBy);
    expect(aged(hours - 1)).toEqual([negative]);
    expect(aged(hours)).toEqual([none]);
  });

  it.each(['positive', 'pending', 'invalid'] as const)(
    'is not earned by a %s result',
    (result) => {
      expect(badges(single({ test: clean(1, { result }) }))).toEqual([none]);
    },
  );

  it('is grey without a test, and for one from the future', () => {
    expect(badges(single())).toEqual([none]);
    expect(badges(single({ test: clean(-1) }))).toEqual([none]);
  });

  it.each(['doubtful', 'unknown'] as const)(
    'is not guessed while the clock is %s',
    (state) => {
      const pass = single({ test: clean(1) });
      expect(badges(pass, at(noonMs, { state }))).toEqual([none]);
    },
  );

  it('is not earned before there is a policy', () => {
    const verdict = decide(
      factsOf(authentic(single({ test: clean(1) }))),
      undefined,
      at(),
    );
    expect(verdict.badges).toEqual([none]);
  });

  it('is a household’s when every member has earned it', () => {
    const tested = health({ test: clean(1) });
    expect(badges(household([tested, tested]))).toEqual([negative]);
    expect(badges(household([tested, health()]))).toEqual([none]);
  });

  it('lapses for a household with its oldest test', () => {
    const pass = household([
      health({ test: clean(1) }),
      health({ test: clean(47) }),
    ]);
    const verdict = decide(factsOf(authentic(pass)), rules, at());
    expect(verdict.expiresAtMs).toBe(noonMs + hourMs);
  });
});

describe('the vaccination badge', () => {
  const dose = { doses: 1, complete: false };
  const full = { doses: 2, complete: true };
  const started = { kind: 'vaccination', state: 'started' };
  const complete = { kind: 'vaccination', state: 'complete' };

  it.each([
    ['nothing without a record', undefined, []],
    ['nothing before the first dose', { doses: 0, complete: false }, []],
    ['started after one', dose, [started]],
    ['complete when it is', full, [complete]],
    ['complete when boosted', { ...dose, booster: true }, [complete]],
  ])('shows %s', (_rule, vaccination, expected) => {
    const pass = single(vaccination === undefined ? {} : { vaccination });
    expect(badges(pass).slice(1)).toEqual(expected);
  });

  it('is what every member of a household has reached', () => {
    const of = (...members: readonly (typeof dose)[]): readonly Badge[] =>
      badges(
        household(members.map((vaccination) => health({ vaccination }))),
      ).slice(1);
    expect(of(full, full)).toEqual([complete]);
    expect(of(full, dose)).toEqual([started]);
    expect(badges(household([health(), health()])).slice(1)).toEqual([]);
  });
});
