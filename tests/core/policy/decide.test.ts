import { describe, expect, it } from 'vitest';
import { reasonOutcomes, type Rules } from '#core/policy';
import type { CheckedPass } from '#core/trust';
import { codes, judge, reasonScenes, red, yellow } from './judge.ts';
import {
  at,
  authentic,
  dayMs,
  factsOf,
  issuer,
  measuringRules,
  noonMs,
  single,
  taken,
} from './scenes.ts';

const table = Object.entries(reasonScenes).map(([code, scene]) => ({
  code,
  ...scene,
}));

describe('decide', () => {
  it('reaches every reason there is', () => {
    const reached = table.flatMap((scene) => codes(scene));
    expect(new Set(reached)).toEqual(new Set(Object.keys(reasonOutcomes)));
  });

  it.each(table)(
    'gives $code with the outcome it asks for',
    ({ reasons, ...scene }) => {
      const verdict = judge(scene);
      expect(verdict.reasons).toEqual(reasons);
      expect(verdict.outcome).toBe(reasonOutcomes[verdict.reasons[0].code]);
    },
  );
});

describe('authenticity comes first', () => {
  const unproven = table.filter(
    ({ facts }) => facts.checked.kind !== 'authentic',
  );

  it.each(unproven)('shows nothing of a pass with $code', (scene) => {
    const verdict = judge(scene);
    expect(verdict).not.toHaveProperty('subject');
    expect(verdict.badges).toEqual([]);
    expect(verdict.reasons).toHaveLength(1);
  });

  it.each(unproven)('says only $code, however little is known', (scene) => {
    const worst = {
      ...scene,
      now: at(noonMs + 60 * dayMs, { state: 'unknown' }),
    };
    expect(codes(worst)).toEqual(codes(scene));
  });

  it('asks for an update when a signed pass is of a later version', () => {
    const refusal = { reason: 'update-kiosk' } as const;
    const facts = factsOf({ kind: 'unusable', issuer, refusal });
    expect(codes({ facts })).toEqual(['update-kiosk']);
  });

  it.each<[string, CheckedPass]>([
    ['what is not a pass', reasonScenes['not-a-pass'].facts.checked],
    ['a demo pass', { kind: 'demo-pass' }],
  ])('stays neutral on %s without a trust list', (_name, checked) => {
    expect(judge({ facts: factsOf(checked), rules: undefined }).outcome).toBe(
      'none',
    );
  });
});

describe('every reason is collected', () => {
  it('puts what denies before what holds, and both before nothing', () => {
    const facts = factsOf(
      authentic(red, {
        dates: ['expired'],
        outOfScope: ['form'],
        status: ['status-revoked'],
      }),
      taken(3800),
    );
    const worst: Rules = {
      ...measuringRules,
      trustAsOfMs: noonMs - 30 * dayMs,
      policy: { ...measuringRules.policy, presentation: 'live' },
    };
    const now = at(noonMs, { state: 'doubtful' });
    expect(codes({ facts, rules: worst, now })).toEqual([
      'status-revoked',
      'colour-red',
      'fever',
      'expired',
      'out-of-scope',
      'doubtful-clock',
      'expired-trust',
      'check-id',
    ]);
  });

  it('says one thing once, however often it was found', () => {
    const facts = factsOf(authentic(single(), { dates: ['doubtful-clock'] }));
    const now = at(noonMs, { state: 'doubtful' });
    expect(codes({ facts, now })).toEqual(['doubtful-clock']);
  });

  it('admits a green pass only when nothing at all stands against it', () => {
    const verdict = judge({ facts: factsOf() });
    expect(verdict.outcome).toBe('admit');
    expect(verdict.reasons).toEqual([{ code: 'colour-green' }]);
    expect(verdict.advice).toEqual([]);
  });

  it('does not ask whoever is refused to be measured', () => {
    expect(
      codes({ facts: factsOf(authentic(red)), rules: measuringRules }),
    ).toEqual(['colour-red']);
  });

  it('names a missing temperature beside what else holds', () => {
    expect(
      codes({ facts: factsOf(authentic(yellow)), rules: measuringRules }),
    ).toEqual(['colour-yellow', 'temperature-missing']);
  });
});
