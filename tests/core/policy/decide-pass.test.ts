import { describe, expect, it } from 'vitest';
import { codes, judge, red, yellow } from './judge.ts';
import {
  authentic,
  factsOf,
  health,
  household,
  paper,
  single,
  withPolicy,
} from './scenes.ts';

describe('colours', () => {
  it('never lets a policy widen what a colour means', () => {
    const colours = { green: 'admit', yellow: 'admit', red: 'admit' } as const;
    const generous = withPolicy({ colours });
    expect(codes({ facts: factsOf(authentic(red)), rules: generous })).toEqual([
      'colour-red',
    ]);
    expect(
      codes({ facts: factsOf(authentic(yellow)), rules: generous }),
    ).toEqual(['colour-yellow']);
  });

  it('denies a green pass where the policy does', () => {
    const colours = { green: 'deny', yellow: 'deny', red: 'deny' } as const;
    const verdict = judge({ facts: factsOf(), rules: withPolicy({ colours }) });
    expect(verdict.outcome).toBe('deny');
    expect(verdict.reasons).toEqual([
      { code: 'colour-denied', detail: 'green' },
    ]);
  });

  it('takes no colour code for one of the map that the issuer did not write there', () => {
    const colour = { code: 'toString' };
    expect(codes({ facts: factsOf(authentic(single({ colour }))) })).toEqual([
      'colour-unconfirmed',
    ]);
  });

  it('is never green without a colour', () => {
    const { colour: _colour, ...colourless } = single().health;
    const pass = { ...single(), health: colourless };
    expect(judge({ facts: factsOf(authentic(pass)) }).reasons).toEqual([
      { code: 'colour-unconfirmed', detail: 'absent' },
    ]);
  });
});

describe('paper', () => {
  it('names a person, so the ID is compared and no colour is asked', () => {
    const verdict = judge({ facts: factsOf(authentic(paper())) });
    expect(verdict.outcome).toBe('hold');
    expect(verdict.reasons).toEqual([{ code: 'check-id', detail: 'paper' }]);
    expect(verdict.badges).toEqual([]);
  });

  it('is refused when the status of that person is revoked', () => {
    const checked = authentic(paper(), { status: ['status-revoked'] });
    expect(codes({ facts: factsOf(checked) })).toEqual([
      'status-revoked',
      'check-id',
    ]);
  });

  it('answers for a colour it should not carry', () => {
    const checked = authentic(paper({ colour: { code: '10' } }));
    expect(codes({ facts: factsOf(checked) })).toEqual([
      'colour-red',
      'check-id',
    ]);
  });
});

describe('households', () => {
  it('admits when every member is green', () => {
    const pass = household([health(), health()]);
    expect(judge({ facts: factsOf(authentic(pass)) }).outcome).toBe('admit');
  });

  it('goes by the strictest member and gives the reasons of all', () => {
    const pass = household([
      health(),
      health({ colour: { code: '10' } }),
      health({ colour: { code: '01' } }),
    ]);
    const checked = authentic(pass, {
      status: ['normal', 'normal', 'status-hold'],
    });
    const verdict = judge({ facts: factsOf(checked) });
    expect(verdict.outcome).toBe('deny');
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'colour-red',
      'status-hold',
      'colour-yellow',
    ]);
  });

  it('holds when a member’s status was not looked up', () => {
    const pass = household([health(), health()]);
    const checked = authentic(pass, { status: ['normal'] });
    expect(codes({ facts: factsOf(checked) })).toEqual(['status-unknown-list']);
  });
});
