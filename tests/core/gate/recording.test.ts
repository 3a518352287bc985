import { describe, expect, it } from 'vitest';
import {
  idleGate,
  nextDeadlineMs,
  step,
  type Gate,
  type GateEvent,
} from '#core/gate';
import type { CheckedPass } from '#core/trust';
import { authentic, single } from '../policy/scenes.ts';
import { expectPhase, freely, instant, measuring, openLane } from './lane.ts';

const yellow = authentic(single({ colour: { code: '01' } }));
const red = authentic(single({ colour: { code: '10' } }));
const notAPass: CheckedPass = {
  kind: 'unreadable',
  refusal: { reason: 'not-a-pass', looksLike: 'digits' },
};

function presented(checked: CheckedPass, entryId: string): GateEvent {
  return {
    kind: 'presented',
    entryId,
    scan: {
      scanId: 'scan',
      source: 'serial',
      reader: 'scanner-1',
      at: instant(0),
      checked,
      history: { kind: 'new' },
      dedupeTag: 'tag',
      presentationTag: 'showing',
    },
  };
}

describe('recording', () => {
  const asked = step(idleGate, presented(authentic(), 'entry'), freely);

  it('comes before anything is shown', () => {
    expect(asked.phase).toMatchObject({
      kind: 'recording',
      record: {
        kind: 'scan',
        id: 'entry',
        at: instant(0),
        readings: [],
        verdict: { outcome: 'admit' },
      },
    });
    expect(asked.recent).toEqual({ passes: [], presentations: [] });
  });

  it('is not over with the entry of another', () => {
    const other = { kind: 'recorded', id: 'other', monoMs: 5 } as const;
    expect(step(asked, other, freely)).toBe(asked);
    expect(step(idleGate, other, freely)).toBe(idleGate);
  });

  it('is waited for however long it takes', () => {
    const late: GateEvent = { kind: 'time', at: instant(99_000), entryId: 'e' };
    expect(step(asked, late, freely)).toBe(asked);
    expect(nextDeadlineMs(asked)).toBeUndefined();
    expect(step(asked, presented(red, 'second'), freely)).toBe(asked);
  });

  it('starts the clock of what it shows when the entry is durable', () => {
    const done = { kind: 'recorded', id: 'entry', monoMs: 700 } as const;
    const shown = step(asked, done, freely);
    expect(shown.phase).toMatchObject({
      kind: 'shown',
      verdict: { outcome: 'admit' },
      open: { entryIds: ['entry'] },
      sinceMs: 700,
      untilMs: 2_300,
    });
    // A pass counts from its entry on, a presentation from when it was read.
    expect(shown.recent).toEqual({
      passes: [{ tag: 'tag', atMonoMs: 700 }],
      presentations: [{ tag: 'showing', atMonoMs: 0 }],
    });
  });

  it('that fails puts the gate out of service and shows nothing', () => {
    const failed = { kind: 'not-recorded', failure: 'store.io' } as const;
    const broken = step(asked, failed, freely);
    expect(broken.phase).toEqual({
      kind: 'out-of-service',
      failure: 'store.io',
    });
    expect(nextDeadlineMs(broken)).toBeUndefined();
  });
});

describe('out of service', () => {
  function broken(): ReturnType<typeof openLane> {
    const lane = openLane();
    lane.present(authentic(), 'seen');
    lane.tick(2_000);
    lane.failWith('store.full');
    lane.present(authentic(), 'lost');
    return lane;
  }

  it('lasts until recording is restored', () => {
    const lane = broken();
    lane.tick(600_000);
    lane.present(authentic());
    lane.sample(3650);
    lane.dismiss();
    expectPhase(lane, 'out-of-service');
    lane.send({ kind: 'recording-restored' });
    expect(lane.gate()).toEqual(idleGate);
  });

  it('forgets whom it saw, so that everyone can be scanned again', () => {
    const lane = broken();
    lane.failWith(undefined);
    lane.send({ kind: 'recording-restored' });
    lane.present(authentic(), 'lost');
    expectPhase(lane, 'shown');
    lane.present(authentic(), 'seen');
    expect(lane.records).toHaveLength(4);
  });

  it('is not ended by restoring what was never lost', () => {
    const lane = openLane();
    lane.present(yellow);
    const before = lane.gate();
    lane.send({ kind: 'recording-restored' });
    expect(lane.gate()).toBe(before);
  });

  it('is entered from idle too, when the host finds that nothing can be recorded', () => {
    const failed = { kind: 'not-recorded', failure: 'store.closed' } as const;
    expect(step(idleGate, failed, freely).phase.kind).toBe('out-of-service');
  });

  it('does not take a hold or a measurement from the guard: their own entry will fail', () => {
    for (const checked of [yellow, authentic()]) {
      const lane = openLane(measuring);
      lane.present(checked);
      const before = lane.gate();
      lane.send({ kind: 'not-recorded', failure: 'store.io' });
      expect(lane.gate()).toBe(before);
    }
  });

  it('follows a guard’s action that cannot be recorded', () => {
    const lane = openLane();
    lane.present(yellow);
    lane.failWith('store.full');
    lane.resolve({ kind: 'allow', because: 'confirmed-by-phone' });
    expectPhase(lane, 'out-of-service');
  });
});

describe('what is shown', () => {
  it.each<[string, CheckedPass, number]>([
    ['an admit for 1.6 s', authentic(), 1_600],
    ['a deny for 5 s', red, 5_000],
    ['what is not a pass for 2 s', notAPass, 2_000],
  ])('shows %s', (_what, checked, lastsMs) => {
    const lane = openLane();
    lane.present(checked);
    expect(nextDeadlineMs(lane.gate())).toBe(10_000 + lastsMs);
    lane.tick(lastsMs - 1);
    expectPhase(lane, 'shown');
    lane.tick(1);
    expectPhase(lane, 'idle');
    expect(nextDeadlineMs(lane.gate())).toBeUndefined();
  });

  it('shows what the guard resolved for 1.6 s', () => {
    const lane = openLane();
    lane.present(yellow);
    lane.resolve({ kind: 'refuse', because: 'left-by-themselves' });
    expect(nextDeadlineMs(lane.gate())).toBe(11_600);
    lane.tick(1_600);
    expectPhase(lane, 'idle');
  });

  it.each<[string, CheckedPass]>([
    ['an admit', authentic()],
    ['a deny', red],
    ['what is not a pass', notAPass],
  ])('leaves %s early when dismissed', (_what, checked) => {
    const lane = openLane();
    lane.present(checked);
    lane.dismiss();
    expectPhase(lane, 'idle');
    expect(lane.records).toHaveLength(1);
  });

  it('leaves what the guard resolved early when dismissed', () => {
    const lane = openLane();
    lane.present(yellow);
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    lane.dismiss();
    expectPhase(lane, 'idle');
  });

  it('is not dismissed by a word about another scan', () => {
    const lane = openLane();
    lane.present(red);
    const before: Gate = lane.gate();
    lane.send({
      kind: 'dismissed',
      scanId: 'another',
      at: instant(10_001),
      entryId: 'e',
    });
    expect(lane.gate()).toBe(before);
  });

  it('never ends a hold by itself', () => {
    const lane = openLane();
    lane.present(yellow);
    expect(nextDeadlineMs(lane.gate())).toBeUndefined();
    lane.tick(24 * 3_600_000);
    lane.dismiss();
    expectPhase(lane, 'hold');
  });
});
