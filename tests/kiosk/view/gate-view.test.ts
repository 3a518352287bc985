import { describe, expect, test } from 'vitest';
import type { GateView, ShownVerdict } from '#kiosk/contract';
import { viewOf } from '#kiosk/view';
import type { CheckedPass } from '#core/trust';
import type { PassHistory, Rules } from '#core/policy';
import { thermometer, openLane, worldOf } from '../../core/gate/lane.ts';
import {
  authentic,
  health,
  household,
  live,
  noonMs,
  recognising,
  remembered,
  rules,
  withPolicy,
} from '../../core/policy/scenes.ts';

const context = {
  monoMs: 10_000,
  thermometer,
  hotline: '12345',
  applyCode: 'https://apply.example/in',
  lostScanner: undefined,
};

/** What a client sees once this was shown. */
function shown(
  checked: CheckedPass,
  history: PassHistory = { kind: 'new' },
  goBy: Rules = rules,
): GateView {
  const lane = openLane(worldOf(goBy));
  lane.presentLive('showing', history, checked);
  return viewOf(lane.phase(), context);
}

function verdictOf(view: GateView): ShownVerdict {
  if (!('verdict' in view)) throw new Error(`${view.kind} shows no verdict`);
  return view.verdict;
}

describe('what a client sees of a verdict', () => {
  test('names every member of a household, masked, and none of one person', () => {
    const red = health({
      person: { name: '王五' },
      colour: { code: '10', label: '红码' },
    });
    const pass = household([health(), red]);
    const { members, subject } = verdictOf(shown(authentic(pass)));
    expect(members).toEqual([
      expect.objectContaining({ maskedName: '李*', outcome: 'admit' }),
      expect.objectContaining({
        maskedName: '王*',
        outcome: 'deny',
        reasons: [{ code: 'colour-red' }],
      }),
    ]);
    expect(subject).toMatchObject({ persons: 2 });
    expect(subject).not.toHaveProperty('members');
    expect(subject).not.toHaveProperty('issuerId');
    expect(verdictOf(shown(live())).members).toEqual([]);
    expect(verdictOf(shown({ kind: 'unknown-key' })).members).toEqual([]);
  });

  test('says when and where it was shown before, beside the reason for it', () => {
    const before = remembered('replay', 60_000, '2');
    const verdict = verdictOf(shown(live(), before));
    expect(verdict.reasons[0].code).toBe('replay');
    expect(verdict.seen).toEqual({ atMs: noonMs - 60_000, lane: '2' });
  });

  test('keeps to itself what stands against nothing', () => {
    const before = remembered('seen-again', 60_000);
    expect(verdictOf(shown(live(), before))).not.toHaveProperty('seen');
    const fiveMinutes = withPolicy({ seenAgainWithinMs: 300_000 });
    expect(verdictOf(shown(live(), before, fiveMinutes)).seen).toEqual({
      atMs: noonMs - 60_000,
      lane: '1',
    });
  });

  test('gives what is to be drawn for whoever is to apply here, and to nobody else', () => {
    const applyCode = 'https://apply.example/in';
    const steering = recognising({}, { applyCode });
    const held = verdictOf(shown(live(), { kind: 'new' }, steering));
    expect(held.advice[0]).toBe('apply-here');
    expect(held.applyCode).toBe(applyCode);
    expect(verdictOf(shown({ kind: 'unknown-key' }))).not.toHaveProperty(
      'applyCode',
    );
    const unsteered = shown(live(), { kind: 'new' }, recognising({}));
    expect(verdictOf(unsteered)).not.toHaveProperty('applyCode');
  });

  test('names the number to call on a hold as on a deny, and on no admit', () => {
    const red = authentic(
      household([health(), health({ colour: { code: '10' } })]),
    );
    expect(verdictOf(shown({ kind: 'unknown-key' })).hotline).toBe('12345');
    expect(verdictOf(shown(red)).hotline).toBe('12345');
    expect(verdictOf(shown(live()))).not.toHaveProperty('hotline');
  });
});
