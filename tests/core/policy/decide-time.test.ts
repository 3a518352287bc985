import { describe, expect, it } from 'vitest';
import type { Rules } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import { codes, judge, reasonScenes, red } from './judge.ts';
import {
  at,
  authentic,
  dayMs,
  factsOf,
  hourMs,
  noonMs,
  rules,
  single,
} from './scenes.ts';

describe('the age of the trust list', () => {
  const { bannerMs, holdMs } = rules.policy.freshness;
  /** The oldest it may be: the upper end of the clock is half a second ahead. */
  const agedMs = (oldestMs: number): Rules => ({
    ...rules,
    trustAsOfMs: at().upperMs - oldestMs,
  });

  it.each([
    ['admits at the end of the banner', bannerMs, 'colour-green'],
    ['holds a millisecond later', bannerMs + 1, 'stale-trust'],
    ['still holds at the end of the hold', holdMs, 'stale-trust'],
    ['cannot decide a millisecond later', holdMs + 1, 'expired-trust'],
  ])('%s', (_rule, ageMs, expected) => {
    expect(codes({ facts: factsOf(), rules: agedMs(ageMs) })).toEqual([
      expected,
    ]);
  });

  it.each([
    'counterfeit',
    'killed-key',
    'status-revoked',
    'colour-red',
  ] as const)('does not soften %s', (code) => {
    const scene = { ...reasonScenes[code], rules: agedMs(400 * dayMs) };
    expect(judge(scene).outcome).toBe('deny');
  });

  it('holds a genuine pass while there is no trust list, and still refuses a red one', () => {
    const none = { facts: factsOf(), rules: undefined };
    expect(codes(none)).toEqual(['no-trust']);
    const redNone = { facts: factsOf(authentic(red)), rules: undefined };
    expect(codes(redNone)).toEqual(['colour-red', 'no-trust']);
    expect(judge(redNone).advice).toEqual([
      'separate-and-report',
      'update-data',
      'register-by-hand',
    ]);
  });
});

describe('time', () => {
  it('decides everything while the clock only drifts', () => {
    const now = at(noonMs, { state: 'drifting' });
    expect(judge({ facts: factsOf(), now }).outcome).toBe('admit');
  });

  it('holds a pass whose window closed while its scan was open', () => {
    const closesMs = single().expiresAt * 1000;
    const facts = factsOf();
    const whenMs = (lowerMs: number, upperMs: number): TrustedTime =>
      at(lowerMs, { lowerMs, upperMs });
    const old = { ...rules, trustAsOfMs: closesMs - hourMs };
    const scene = { facts, rules: old };
    expect(
      codes({ ...scene, now: whenMs(closesMs - 2, closesMs - 1) }),
    ).toEqual(['colour-green']);
    expect(codes({ ...scene, now: whenMs(closesMs - 1, closesMs) })).toEqual([
      'doubtful-clock',
    ]);
    expect(codes({ ...scene, now: whenMs(closesMs, closesMs) })).toEqual([
      'expired',
    ]);
  });
});

describe('what a verdict rests on', () => {
  it('carries the versions, the age and the state of the clock', () => {
    expect(judge({ facts: factsOf() }).basis).toEqual({
      policyVersion: 7,
      trustVersion: 12,
      trustAgeMs: hourMs,
      timeState: 'trusted',
    });
  });

  it('carries the time of the oldest status list, where there is one', () => {
    const statusAsOfMs = noonMs - 3 * dayMs;
    const { basis } = judge({
      facts: factsOf(),
      rules: { ...rules, statusAsOfMs },
    });
    expect(basis.statusAsOfMs).toBe(statusAsOfMs);
  });

  it('carries zeros before the first bundle and never a negative age', () => {
    expect(judge({ facts: factsOf(), rules: undefined }).basis).toEqual({
      policyVersion: 0,
      trustVersion: 0,
      trustAgeMs: 0,
      timeState: 'trusted',
    });
    const ahead = { ...rules, trustAsOfMs: noonMs + hourMs };
    expect(judge({ facts: factsOf(), rules: ahead }).basis.trustAgeMs).toBe(0);
  });

  it.each([
    ['the window of the pass', rules, single(), single().expiresAt * 1000],
    [
      'the next rung of the trust list',
      { ...rules, trustAsOfMs: noonMs - 7 * dayMs + hourMs },
      single(),
      noonMs + hourMs,
    ],
    [
      'the end of the hold',
      { ...rules, trustAsOfMs: noonMs - 21 * dayMs + hourMs },
      single(),
      noonMs + hourMs,
    ],
    [
      'the start of a pass that is not yet valid',
      rules,
      single({}, { notBefore: noonMs / 1000 + 60 }),
      noonMs + 60_000,
    ],
    [
      'the end of the test badge',
      rules,
      single({
        test: {
          kind: 'nucleic-acid',
          result: 'negative',
          sampledAt: noonMs / 1000 - 47 * 3600,
        },
      }),
      noonMs + hourMs,
    ],
  ] as const)('lasts until %s', (_what, goBy, pass, expected) => {
    const verdict = judge({ facts: factsOf(authentic(pass)), rules: goBy });
    expect(verdict.expiresAtMs).toBe(expected);
  });

  it('does not last where nothing is known to change it', () => {
    const scene = { facts: factsOf({ kind: 'unknown-key' }), rules: undefined };
    expect(judge(scene).expiresAtMs).toBe(noonMs);
  });
});
