import { describe, expect, it } from 'vitest';
import { decide, wantsTemperature } from '#core/policy';
import {
  at,
  authentic,
  factsOf,
  measuringRules,
  paper,
  rules,
  single,
  taken,
  withPolicy,
} from './scenes.ts';

const thresholds = {
  feverAtCenti: 3730,
  implausibleBelowCenti: 3400,
  implausibleAboveCenti: 4300,
};

describe('wantsTemperature', () => {
  it('asks for one where it is all that is missing', () => {
    expect(wantsTemperature(factsOf(), measuringRules, at())).toBe(true);
  });

  it('asks again after one fever or a reading that says nothing', () => {
    for (const temperature of [taken(3790), taken(3000)]) {
      const facts = factsOf(authentic(), temperature);
      expect(wantsTemperature(facts, measuringRules, at())).toBe(true);
    }
  });

  it.each([
    ['is red', factsOf(authentic(single({ colour: { code: '10' } })))],
    ['is yellow', factsOf(authentic(single({ colour: { code: '01' } })))],
    ['shows paper', factsOf(authentic(paper()))],
    ['shows no pass', factsOf({ kind: 'unknown-key' })],
    ['has been measured', factsOf(authentic(), taken(3650))],
    ['had a fever twice', factsOf(authentic(), taken(3750, 3750))],
  ])('asks nothing of whoever %s', (_who, facts) => {
    expect(wantsTemperature(facts, measuringRules, at())).toBe(false);
  });

  it('asks nothing where the policy takes none, or there is no policy', () => {
    expect(wantsTemperature(factsOf(), rules, at())).toBe(false);
    expect(wantsTemperature(factsOf(), undefined, at())).toBe(false);
  });

  it('asks nothing where no temperature would be normal', () => {
    const temperature = { ...thresholds, feverAtCenti: 3300 };
    const impossible = withPolicy({ temperature });
    expect(wantsTemperature(factsOf(), impossible, at())).toBe(false);
  });

  it('knows a normal temperature where fever starts above all that is plausible', () => {
    const temperature = { ...thresholds, feverAtCenti: 5000 };
    const odd = withPolicy({ temperature });
    expect(wantsTemperature(factsOf(), odd, at())).toBe(true);
    const facts = factsOf(authentic(), taken(4300));
    expect(decide(facts, odd, at()).outcome).toBe('admit');
  });
});
