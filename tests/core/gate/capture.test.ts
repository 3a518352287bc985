import { describe, expect, it } from 'vitest';
import { captureFate, idleGate, type Gate, type Scan } from '#core/gate';
import type { CheckedPass } from '#core/trust';
import { authentic, single } from '../policy/scenes.ts';
import { expectPhase, instant, measuring, openLane } from './lane.ts';

const red = authentic(single({ colour: { code: '10' } }));
const yellow = authentic(single({ colour: { code: '01' } }));
const notAPass: CheckedPass = {
  kind: 'unreadable',
  refusal: { reason: 'not-a-pass', looksLike: 'url' },
};

function scanAt(afterMs: number, dedupeTag?: string): Scan {
  return {
    scanId: 'another',
    source: 'wedge',
    reader: 'wedge',
    at: instant(afterMs),
    checked: authentic(),
    history: { kind: 'new' },
    ...(dedupeTag !== undefined && { dedupeTag }),
  };
}

function nameOf(gate: Gate): string | undefined {
  const { phase } = gate;
  return phase.kind === 'shown' ? phase.verdict.outcome : phase.kind;
}

describe('a new code', () => {
  it.each<[string, CheckedPass, string]>([
    ['an admit', authentic(), 'admit'],
    ['what is not a pass', notAPass, 'none'],
  ])('takes the place of %s at once', (_what, first, shown) => {
    const lane = openLane();
    lane.present(first, 'first');
    expect(nameOf(lane.gate())).toBe(shown);
    lane.present(red, 'second');
    expect(nameOf(lane.gate())).toBe('deny');
    expect(lane.records).toHaveLength(2);
  });

  it('takes the place of what the guard has just resolved', () => {
    const lane = openLane();
    lane.present(yellow, 'first');
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    expectPhase(lane, 'resolved');
    lane.present(authentic(), 'second');
    expect(nameOf(lane.gate())).toBe('admit');
  });

  it('waits while a deny is shown, and is taken once that is dismissed or over', () => {
    const lane = openLane();
    lane.present(red, 'first');
    lane.present(authentic(), 'second');
    expect(nameOf(lane.gate())).toBe('deny');
    lane.dismiss();
    lane.present(authentic(), 'second');
    expect(nameOf(lane.gate())).toBe('admit');

    const other = openLane();
    other.present(red, 'first');
    other.tick(5_000);
    other.present(authentic(), 'second');
    expect(nameOf(other.gate())).toBe('admit');
  });

  it.each([
    ['a hold', yellow, 'hold'],
    ['an open measurement', authentic(), 'need-temperature'],
  ])('changes nothing about %s', (_what, checked, kind) => {
    const lane = openLane(measuring);
    lane.present(checked, 'first');
    const before = lane.gate();
    expect(before.phase.kind).toBe(kind);
    lane.present(authentic(), 'second');
    lane.present(checked, 'first');
    expect(lane.gate()).toBe(before);
    expect(captureFate(before, scanAt(10_100, 'second'))).toBe('finish-first');
    expect(captureFate(before, scanAt(10_100))).toBe('finish-first');
    expect(captureFate(before, scanAt(90_000, 'first'))).toBe(
      'same-presentation',
    );
  });

  it('is another person’s while a hold is open, when there is no telling whose it is', () => {
    const lane = openLane();
    lane.present({ kind: 'unknown-key' });
    expectPhase(lane, 'hold');
    expect(captureFate(lane.gate(), scanAt(10_100))).toBe('finish-first');
  });

  it('is not taken while an entry is being written or none can be', () => {
    const lane = openLane();
    lane.failWith('store.full');
    lane.present(authentic(), 'first');
    expect(captureFate(lane.gate(), scanAt(20_000, 'second'))).toBe(
      'finish-first',
    );
    lane.present(authentic(), 'second');
    expectPhase(lane, 'out-of-service');
  });
});

describe('noise', () => {
  it('is one entry for all that follows within half a second, and a pass cuts through it', () => {
    const lane = openLane();
    lane.present(notAPass);
    lane.wait(499);
    lane.present(notAPass);
    expect(lane.records).toHaveLength(1);
    lane.present(authentic(), 'pass');
    expect(nameOf(lane.gate())).toBe('admit');
    expect(lane.records).toHaveLength(2);
  });

  it('is recorded again when it goes on', () => {
    const lane = openLane();
    lane.present(notAPass);
    lane.wait(500);
    lane.present(notAPass);
    expect(lane.records).toHaveLength(2);
  });
});

describe('the same pass again', () => {
  it('within 8 s is the same presentation: no entry, and what is shown stays', () => {
    const lane = openLane();
    lane.present(authentic(), 'tag');
    const before = lane.gate();
    lane.wait(1_000);
    lane.present(authentic(), 'tag');
    expect(lane.gate()).toBe(before);
    lane.tick(1_000);
    expect(nameOf(lane.gate())).toBe('idle');
    lane.wait(5_999);
    lane.present(authentic(), 'tag');
    expect(nameOf(lane.gate())).toBe('idle');
    expect(lane.records).toHaveLength(1);
  });

  it('after 8 s is a new scan', () => {
    const lane = openLane();
    lane.present(authentic(), 'tag');
    lane.tick(8_000);
    lane.present(authentic(), 'tag');
    expect(lane.records).toHaveLength(2);
  });

  it('counts from the latest entry of its scan, so a phone left on the reader stays quiet', () => {
    const lane = openLane();
    lane.present(yellow, 'tag');
    lane.wait(60_000);
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    lane.wait(2_000);
    lane.present(yellow, 'tag');
    expectPhase(lane, 'resolved');
    expect(lane.records).toHaveLength(2);
  });

  it('is remembered once, at its latest entry', () => {
    const lane = openLane();
    lane.present(yellow, 'tag');
    lane.wait(3_000);
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    expect(lane.gate().recent).toEqual({
      passes: [{ tag: 'tag', atMonoMs: 13_000 }],
      presentations: [],
    });
  });

  it('is a new scan when there is no telling whether it is the same', () => {
    const lane = openLane();
    lane.present(notAPass);
    lane.wait(500);
    lane.present(notAPass);
    expect(lane.records).toHaveLength(2);
  });

  it('is told apart from others shown in between', () => {
    const lane = openLane();
    lane.present(authentic(), 'first');
    lane.present(authentic(), 'second');
    lane.present(authentic(), 'first');
    expect(lane.records).toHaveLength(2);
  });

  it('is remembered for no more than 32 passes and no longer than needed', () => {
    const lane = openLane();
    for (let i = 0; i < 40; i += 1) lane.present(authentic(), `tag-${i}`);
    expect(lane.gate().recent.passes).toHaveLength(32);
    lane.wait(8_000);
    lane.present(authentic(), 'late');
    expect(lane.gate().recent.passes.map(({ tag }) => tag)).toEqual(['late']);
  });
});

describe('reading', () => {
  it('shows that a code is coming in, and gives up on the rest after 2 s', () => {
    const lane = openLane();
    lane.send({ kind: 'reading-started', monoMs: 10_000 });
    expectPhase(lane, 'reading');
    lane.tick(1_999);
    expectPhase(lane, 'reading');
    lane.tick(1);
    expectPhase(lane, 'idle');
  });

  it('ends with the scan it brings, or with nothing when that was seen already', () => {
    const lane = openLane();
    lane.present(authentic(), 'tag');
    lane.tick(2_000);
    lane.send({ kind: 'reading-started', monoMs: 12_000 });
    lane.present(authentic(), 'tag');
    expect(lane.phase()).toEqual({ kind: 'idle' });
    lane.send({ kind: 'reading-started', monoMs: 12_000 });
    lane.present(authentic(), 'other');
    expect(nameOf(lane.gate())).toBe('admit');
  });

  it('does not hide what is shown', () => {
    const lane = openLane();
    lane.present(yellow);
    const before = lane.gate();
    lane.send({ kind: 'reading-started', monoMs: 10_000 });
    expect(lane.gate()).toBe(before);
  });

  it('is possible again at an idle gate', () => {
    expect(captureFate(idleGate, scanAt(0))).toBe('taken');
  });
});
