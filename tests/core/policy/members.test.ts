import { describe, expect, it } from 'vitest';
import type { Health } from '#core/pass';
import type { MemberVerdict, Verdict } from '#core/policy';
import type { AuthenticPass } from '#core/trust';
import { judge, type Scene } from './judge.ts';
import {
  authentic,
  factsOf,
  health,
  household,
  measuringRules,
  noonMs,
  single,
  taken,
} from './scenes.ts';

const green = health({
  person: { name: '李四', documentNumber: '5101111', birthYear: 1950 },
});
const yellow = health({
  person: { name: '李小四' },
  colour: { code: '01', label: '橙码' },
});
const red = health({ person: { name: '王五' }, colour: { code: '10' } });

function verdictOn(
  members: readonly Health[],
  found: Partial<AuthenticPass> = {},
  scene: Partial<Scene> = {},
): Verdict {
  const facts = factsOf(authentic(household(members), found));
  return judge({ facts, ...scene });
}

function membersOf(verdict: Verdict): readonly MemberVerdict[] {
  return ('subject' in verdict && verdict.subject?.members) || [];
}

describe('the verdict on a household', () => {
  it('says of each member who they are and how they are judged, in the order of the pass', () => {
    const verdict = verdictOn([green, yellow, red]);
    expect(verdict.outcome).toBe('deny');
    expect(membersOf(verdict)).toEqual([
      {
        maskedName: '李*',
        maskedDocument: '****1111',
        birthYear: 1950,
        colour: 'green',
        colourLabel: '绿码',
        outcome: 'admit',
        reasons: [],
        badges: [{ kind: 'test', state: 'none' }],
      },
      {
        maskedName: '李*四',
        colour: 'yellow',
        colourLabel: '橙码',
        outcome: 'hold',
        reasons: [{ code: 'colour-yellow' }],
        badges: [{ kind: 'test', state: 'none' }],
      },
      {
        maskedName: '王*',
        colour: 'red',
        outcome: 'deny',
        reasons: [{ code: 'colour-red' }],
        badges: [{ kind: 'test', state: 'none' }],
      },
    ]);
  });

  it('puts a status beside the member it is about', () => {
    const status = ['normal', 'status-revoked'] as const;
    const members = membersOf(verdictOn([green, green], { status }));
    expect(members.map(({ outcome }) => outcome)).toEqual(['admit', 'deny']);
    expect(members[1]?.reasons).toEqual([{ code: 'status-revoked' }]);
  });

  it('holds a member whose status nobody looked up', () => {
    const members = membersOf(
      verdictOn([green, green], { status: ['normal'] }),
    );
    expect(members.map(({ reasons }) => reasons)).toEqual([
      [],
      [{ code: 'status-unknown-list' }],
    ]);
  });

  it('counts what stands against everyone in each, and says it once, of all', () => {
    const verdict = verdictOn([green, yellow], { dates: ['expired'] });
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'colour-yellow',
      'expired',
    ]);
    const members = membersOf(verdict);
    expect(members.map(({ outcome }) => outcome)).toEqual(['hold', 'hold']);
    expect(members.map(({ reasons }) => reasons)).toEqual([
      [],
      [{ code: 'colour-yellow' }],
    ]);
  });

  it('never shows as admitted who was not measured because another was refused', () => {
    const verdict = verdictOn([green, red], {}, { rules: measuringRules });
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['colour-red']);
    expect(membersOf(verdict).map(({ outcome }) => outcome)).toEqual([
      'hold',
      'deny',
    ]);
    expect(membersOf(verdict)[0]?.reasons).toEqual([
      { code: 'temperature-missing' },
    ]);
  });

  it('holds every member for a fever, and says so of all', () => {
    const pass = authentic(household([green, green]));
    const verdict = judge({
      facts: factsOf(pass, taken(3790)),
      rules: measuringRules,
    });
    expect(verdict.reasons).toEqual([{ code: 'fever' }]);
    for (const { outcome, reasons } of membersOf(verdict)) {
      expect(outcome).toBe('hold');
      expect(reasons).toEqual([]);
    }
  });

  it('gives each member the badges they earned, and the whole only what all did', () => {
    const tested = health({
      test: {
        kind: 'nucleic-acid',
        result: 'negative',
        sampledAt: noonMs / 1000 - 3600,
      },
      vaccination: { doses: 2, complete: true },
    });
    const verdict = verdictOn([tested, green]);
    expect(verdict.badges).toEqual([{ kind: 'test', state: 'none' }]);
    expect(membersOf(verdict).map(({ badges }) => badges)).toEqual([
      [
        { kind: 'test', state: 'negative' },
        { kind: 'vaccination', state: 'complete' },
      ],
      [{ kind: 'test', state: 'none' }],
    ]);
    expect(verdict.expiresAtMs).toBe(noonMs + 12 * 3_600_000);
  });

  it('lists nobody where the pass is of one person', () => {
    expect(membersOf(judge({ facts: factsOf(authentic(single())) }))).toEqual(
      [],
    );
  });
});
