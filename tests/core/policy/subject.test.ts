import { describe, expect, it } from 'vitest';
import { decide, type Subject } from '#core/policy';
import type { Pass } from '#core/pass';
import {
  at,
  authentic,
  factsOf,
  health,
  household,
  issuer,
  paper,
  rules,
  single,
} from './scenes.ts';

function subjectOf(pass: Pass): Subject | undefined {
  const verdict = decide(factsOf(authentic(pass)), rules, at());
  return verdict.outcome === 'none' ? undefined : verdict.subject;
}

const named = {
  issuerId: issuer.id,
  issuerZh: issuer.nameZh,
  issuerEn: issuer.nameEn,
};

describe('the subject of a verdict', () => {
  it('is masked, and names the issuer and its own word for the colour', () => {
    expect(subjectOf(single())).toEqual({
      ...named,
      maskedName: '张*明',
      maskedDocument: '****1234',
      birthYear: 1980,
      colour: 'green',
      colourLabel: '绿码',
      form: 'static',
      persons: 1,
      members: [],
    });
  });

  it('leaves out what the pass does not say', () => {
    const pass = single({
      person: { name: '张三明' },
      colour: { code: '01' },
    });
    expect(subjectOf(pass)).toEqual({
      ...named,
      maskedName: '张*明',
      colour: 'yellow',
      form: 'static',
      persons: 1,
      members: [],
    });
  });

  it('has no colour on paper', () => {
    expect(subjectOf(paper())).toEqual({
      ...named,
      maskedName: '张*明',
      maskedDocument: '****1234',
      birthYear: 1980,
      form: 'paper',
      persons: 1,
      members: [],
    });
  });

  it('lists a household in its order, with a dash for whoever has no document', () => {
    const pass = household([
      health({ person: { name: '李四', documentNumber: '1111' } }),
      health({ person: { name: '王小二' } }),
    ]);
    expect(subjectOf(pass)).toMatchObject({
      maskedName: '李*、王*二',
      maskedDocument: '****1111、—',
      persons: 2,
    });
    expect(subjectOf(pass)).not.toHaveProperty('birthYear');
  });

  it('shows no documents of a household that names none', () => {
    const pass = household([health(), health()]);
    expect(subjectOf(pass)).not.toHaveProperty('maskedDocument');
  });

  it.each([
    ['green when all are', ['00', '00'], 'green'],
    ['yellow before green', ['00', '01'], 'yellow'],
    ['red before yellow', ['10', '01', '00'], 'red'],
    ['red before what nobody confirmed', ['77', '10'], 'red'],
    ['yellow before what nobody confirmed', ['77', '01'], 'yellow'],
    ['no colour while one is not confirmed', ['00', '77'], undefined],
  ])(
    'takes the colour of a household from its strictest member: %s',
    (...row) => {
      const [, members, expected] = row;
      const pass = household(
        members.map((code) => health({ colour: { code } })),
      );
      expect(subjectOf(pass)?.colour).toBe(expected);
    },
  );
});
