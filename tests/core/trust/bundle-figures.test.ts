import { describe, expect, it } from 'vitest';
import type { Policy, TemperaturePolicy } from '#core/trust';
import { refusalOf } from './bundle-of.ts';
import { dayMs, siteContent } from './signing.ts';

describe('the policy of a bundle', () => {
  const { policy } = siteContent();
  const { freshness } = policy;
  const { temperature } = policy;

  it.each<[string, Partial<Policy>]>([
    ['colours.red', { colours: { ...policy.colours, red: 'admit' } }],
    ['freshness.normalMs', { freshness: { ...freshness, normalMs: 0 } }],
    [
      'freshness.bannerMs',
      { freshness: { ...freshness, bannerMs: dayMs - 1 } },
    ],
    [
      'freshness.holdMs',
      { freshness: { ...freshness, holdMs: 7 * dayMs - 1 } },
    ],
    [
      'freshness.holdMs',
      { freshness: { ...freshness, holdMs: 30 * dayMs + 1 } },
    ],
    ['testBadge.hours', { testBadge: { hours: 0, countsFrom: 'sampled' } }],
    ['testBadge.hours', { testBadge: { hours: 96, countsFrom: 'sampled' } }],
    ['applyCode', { applyCode: 'http://apply.example/in' }],
    ['applyCode', { applyCode: 'tel:12345' }],
    ['applyCode', { applyCode: 'HTTPS:' }],
    ['seenAgainWithinMs', { seenAgainWithinMs: 3_600_001 }],
  ])('refuses a figure of %s that cannot be meant', (where, changes) => {
    expect(refusalOf({ policy: { ...policy, ...changes } })).toEqual({
      code: 'bundle-policy',
      where: `policy.${where}`,
    });
  });

  it.each<[string, number, number]>([
    ['feverAtCenti', 3600, 4000],
    ['implausibleBelowCenti', 2500, 3600],
    ['implausibleAboveCenti', 4000, 5000],
  ])('takes %s from %i to %i, and nothing beside', (figure, least, most) => {
    const withFigure = (centi: number): unknown =>
      refusalOf({
        policy: {
          ...policy,
          temperature: { ...temperature, [figure]: centi } as TemperaturePolicy,
        },
      });
    expect(withFigure(least)).toEqual({ code: 'taken' });
    expect(withFigure(most)).toEqual({ code: 'taken' });
    const where = `policy.temperature.${figure}`;
    expect(withFigure(least - 1)).toEqual({ code: 'bundle-policy', where });
    expect(withFigure(most + 1)).toEqual({ code: 'bundle-policy', where });
  });

  it.each([24, 48, 72, 168])('takes a test badge of %i hours', (hours) => {
    const testBadge = { hours, countsFrom: 'reported' } as const;
    expect(refusalOf({ policy: { ...policy, testBadge } })).toEqual({
      code: 'taken',
    });
  });

  it.each(['https://apply.example/in?from=gate', '请到窗口申报', 'Window 3'])(
    'takes %s to apply at',
    (applyCode) => {
      expect(refusalOf({ policy: { ...policy, applyCode } })).toEqual({
        code: 'taken',
      });
    },
  );

  it('takes the widest ladder there may be, and green held', () => {
    const wide = {
      ...policy,
      colours: { green: 'hold', yellow: 'deny', red: 'hold' },
      freshness: { normalMs: 1, bannerMs: 1, holdMs: 30 * dayMs },
    } as const;
    expect(refusalOf({ policy: wide })).toEqual({ code: 'taken' });
  });
});
