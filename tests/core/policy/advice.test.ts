import { describe, expect, it } from 'vitest';
import { decide, type Advice, type Facts, type Rules } from '#core/policy';
import type { Lookalike } from '#core/pass';
import {
  at,
  authentic,
  factsOf,
  measuringRules,
  rules,
  single,
  taken,
} from './scenes.ts';

function advice(facts: Facts, goBy: Rules = rules): readonly Advice[] {
  return decide(facts, goBy, at()).advice;
}

function atHospital(goBy: Rules): Rules {
  return { ...goBy, checkpoint: { ...goBy.checkpoint, siteType: 'hospital' } };
}

const red = factsOf(authentic(single({ colour: { code: '10' } })));
const yellow = factsOf(authentic(single({ colour: { code: '01' } })));

describe('advice', () => {
  it.each<[Lookalike, readonly Advice[]]>([
    ['payment-code', ['show-pass']],
    ['empty', ['show-again']],
    ['full-width-input', ['switch-input-method', 'show-again']],
  ])(
    'says what to show instead of %s, without the hotline',
    (looksLike, expected) => {
      const refusal = { reason: 'not-a-pass', looksLike } as const;
      expect(advice(factsOf({ kind: 'unreadable', refusal }))).toEqual(
        expected,
      );
    },
  );

  it('separates and reports whoever is red, and ends with the hotline', () => {
    expect(advice(red)).toEqual(['separate-and-report', 'call-hotline']);
  });

  it('does not refuse medical care at a hospital', () => {
    expect(advice(red, atHospital(rules))[0]).toBe('refer-medical');
    expect(advice(yellow, atHospital(rules))).toEqual([
      'refer-medical',
      'test-first',
      'call-hotline',
    ]);
    const feverish = factsOf(authentic(), taken(3790));
    expect(advice(feverish, atHospital(measuringRules))).toEqual([
      'measure-again',
      'call-hotline',
    ]);
  });

  it('follows the order of the reasons and says nothing twice', () => {
    const checked = authentic(single(), {
      status: ['status-changed'],
      dates: ['expired'],
    });
    expect(advice(factsOf(checked), measuringRules)).toEqual([
      'renew-pass',
      'measure-again',
      'call-hotline',
    ]);
  });

  it('refers a fever seen twice and does not ask for a third measurement', () => {
    const facts = factsOf(authentic(), taken(3790, 3790, 3000));
    expect(advice(facts, measuringRules)).toEqual([
      'refer-medical',
      'call-hotline',
    ]);
  });

  it('has whoever holds a pass under a killed key renew it, for they may have come by it honestly', () => {
    expect(advice(factsOf({ kind: 'killed-key' }))).toEqual([
      'renew-pass',
      'keep-code-report',
      'call-hotline',
    ]);
  });

  it('names no hotline before a policy names one', () => {
    const verdict = decide(factsOf({ kind: 'unknown-key' }), undefined, at());
    expect(verdict.advice).toEqual(['update-data', 'register-by-hand']);
  });
});
