import { describe, expect, it } from 'vitest';
import type { Facts } from '#core/policy';
import { codes, judge } from './judge.ts';
import {
  authentic,
  factsOf,
  measuringRules,
  reading,
  taken,
} from './scenes.ts';

describe('temperature', () => {
  const measured = (facts: Facts) => codes({ facts, rules: measuringRules });

  it.each([
    ['37.29 °C admits', taken(3729), 'colour-green'],
    ['37.30 °C is a fever', taken(3730), 'fever'],
    ['33.99 °C says nothing', taken(3399), 'temperature-implausible'],
    ['34.00 °C is believed', taken(3400), 'colour-green'],
    ['43.00 °C is believed', taken(4300), 'fever'],
    ['43.01 °C says nothing', taken(4301), 'temperature-implausible'],
    ['a normal second measurement admits', taken(3750, 3660), 'colour-green'],
    ['an odd first one does not count', taken(3200, 3660), 'colour-green'],
    [
      'a third cannot undo two fevers',
      taken(3750, 3760, 3650),
      'fever-confirmed',
    ],
    ['two fevers may lie apart', taken(3750, 3200, 3750), 'fever-confirmed'],
  ])('%s', (_rule, temperature, expected) => {
    expect(measured(factsOf(authentic(), temperature))).toEqual([expected]);
  });

  it('does not forget a fever when the next reading says nothing', () => {
    expect(measured(factsOf(authentic(), taken(3750, 3300)))).toEqual([
      'fever',
      'temperature-implausible',
    ]);
  });

  it.each([
    ['timeout', 'temperature-missing', 'timeout'],
    ['dismissed', 'temperature-missing', 'dismissed'],
    ['unstable', 'temperature-unstable', undefined],
  ] as const)('holds when measuring ended by %s', (why, code, detail) => {
    const facts = factsOf(authentic(), { kind: 'gave-up', why, readings: [] });
    const verdict = judge({ facts, rules: measuringRules });
    expect(verdict.reasons).toEqual([
      detail === undefined ? { code } : { code, detail },
    ]);
  });

  it('keeps what was measured before it gave up', () => {
    const readings = [reading(3750), reading(3000)];
    const gaveUp = { kind: 'gave-up', why: 'timeout', readings } as const;
    expect(measured(factsOf(authentic(), gaveUp))).toEqual([
      'fever',
      'temperature-missing',
      'temperature-implausible',
    ]);
  });

  it('is not looked at where the policy takes none', () => {
    expect(codes({ facts: factsOf(authentic(), taken(3990, 3990)) })).toEqual([
      'colour-green',
    ]);
  });
});
