import { describe, expect, it } from 'vitest';
import {
  allowReasonsFor,
  choicesFor,
  refuseReasonsFor,
  type HoldVerdict,
} from '#core/gate';
import {
  decide,
  reasonOutcomes,
  type HoldCode,
  type ReasonCode,
} from '#core/policy';
import { at, factsOf, rules } from '../policy/scenes.ts';

function holdFor(code: HoldCode, ...others: readonly HoldCode[]): HoldVerdict {
  const verdict = decide(factsOf({ kind: 'unknown-key' }), rules, at());
  if (verdict.outcome !== 'hold') throw new Error('an unknown key holds');
  return {
    ...verdict,
    reasons: [{ code }, ...others.map((other) => ({ code: other }))],
  };
}

const isHoldCode = (code: string): code is HoldCode =>
  reasonOutcomes[code as ReasonCode] === 'hold'; // keys of that very table

const holdCodes = Object.keys(reasonOutcomes).filter(isHoldCode);

describe('choicesFor', () => {
  it.each(holdCodes)('always lets the guard refuse: %s', (code) => {
    const verdict = holdFor(code);
    expect(choicesFor(verdict)).toContain('refuse');
    expect(refuseReasonsFor(verdict).length).toBeGreaterThan(1);
  });

  it('offers to allow exactly where there is a reason to', () => {
    for (const code of holdCodes) {
      const verdict = holdFor(code);
      const hasReason = allowReasonsFor(verdict).length > 0;
      expect(choicesFor(verdict).includes('allow')).toBe(hasReason);
      expect(hasReason).toBe(code !== 'fever-confirmed');
    }
  });

  it('offers to measure again for what a measurement answers', () => {
    const measurable = holdCodes.filter((code) =>
      choicesFor(holdFor(code)).includes('measure-again'),
    );
    expect(measurable).toEqual([
      'temperature-missing',
      'temperature-implausible',
      'temperature-unstable',
      'fever',
    ]);
  });

  it('offers to compare the ID once, for what an ID answers', () => {
    const comparable = holdCodes.filter((code) =>
      choicesFor(holdFor(code)).includes('id-compared'),
    );
    expect(comparable).toEqual([
      'stale-trust',
      'check-id',
      'stale-presentation',
      'replay',
      'seen-again',
    ]);
    expect(choicesFor(holdFor('check-id'), true)).not.toContain('id-compared');
  });

  it.each(holdCodes.filter((code) => code !== 'fever-confirmed'))(
    'leaves nothing but refusing to a confirmed fever, whatever else holds: %s',
    (code) => {
      const verdict = holdFor('fever-confirmed', code);
      expect(choicesFor(verdict)).toEqual(['refuse']);
      expect(allowReasonsFor(verdict)).toEqual([]);
      expect(refuseReasonsFor(verdict)).toEqual([
        'referred-to-medical',
        'left-by-themselves',
      ]);
    },
  );
});

describe('allowReasonsFor', () => {
  it.each<[readonly [HoldCode, ...HoldCode[]], readonly string[]]>([
    [
      ['expired'],
      ['registered-by-hand', 'confirmed-by-phone', 'supervisor-approved'],
    ],
    [['colour-yellow'], ['confirmed-by-phone', 'supervisor-approved']],
    [['check-id'], ['id-checked', 'supervisor-approved']],
    [['fever'], ['temperature-normal-by-hand']],
    [['check-id', 'temperature-missing'], ['supervisor-approved']],
    [
      ['colour-yellow', 'expired'],
      ['confirmed-by-phone', 'supervisor-approved'],
    ],
    [['colour-yellow', 'fever'], []],
  ])('for %s gives what answers every one of them', (codes, expected) => {
    expect(allowReasonsFor(holdFor(...codes))).toEqual(expected);
  });
});

describe('refuseReasonsFor', () => {
  it.each<[readonly [HoldCode, ...HoldCode[]], readonly string[]]>([
    [['unknown-key'], ['no-valid-pass', 'left-by-themselves']],
    [['check-id'], ['id-does-not-match', 'left-by-themselves']],
    [
      ['fever'],
      ['referred-to-medical', 'will-not-be-measured', 'left-by-themselves'],
    ],
    [
      ['check-id', 'temperature-missing'],
      ['id-does-not-match', 'will-not-be-measured', 'left-by-themselves'],
    ],
  ])('for %s gives what any of them makes sense of', (codes, expected) => {
    expect(refuseReasonsFor(holdFor(...codes))).toEqual(expected);
  });
});
