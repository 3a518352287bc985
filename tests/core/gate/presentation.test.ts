import { describe, expect, it } from 'vitest';
import type { PassHistory } from '#core/policy';
import {
  authentic,
  checkpoint,
  live,
  measuringRules,
  noonMs,
  single,
  withPolicy,
} from '../policy/scenes.ts';
import {
  expectPhase,
  openLane,
  shownReasons,
  worldOf,
  type Lane,
} from './lane.ts';

const replay: PassHistory = {
  kind: 'replay',
  atMs: noonMs,
  lane: checkpoint.lane,
};
const yellow = live(single({ colour: { code: '01' } }));
const stale = live(single(), true);
const wantsLive = worldOf(withPolicy({ presentation: 'live' }));

/** A lane that admitted a presentation when it was opened, and whose screen is free again. */
function admitted(): Lane {
  const lane = openLane();
  lane.presentLive('first');
  expectPhase(lane, 'shown');
  lane.tick(1_600);
  return lane;
}

describe('the same presentation', () => {
  it('within 45 s of its first sight is no new scan, though the log knows it', () => {
    const lane = admitted();
    lane.wait(43_399);
    lane.presentLive('first', replay);
    expectPhase(lane, 'idle');
    expect(lane.records).toHaveLength(1);
  });

  it('45 s after its first sight is a replay, and stays one', () => {
    const lane = admitted();
    lane.wait(43_400);
    lane.presentLive('first', replay);
    expect(shownReasons(lane)).toEqual(['replay']);
    expectPhase(lane, 'hold');
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    lane.tick(8_000);
    lane.presentLive('first', replay);
    expect(shownReasons(lane)).toEqual(['replay']);
    expect(lane.records).toHaveLength(4);
  });

  it('gains no time by being shown again within it', () => {
    const lane = admitted();
    lane.wait(30_000);
    lane.presentLive('first', replay);
    lane.wait(14_000);
    lane.presentLive('first', replay);
    expect(shownReasons(lane)).toEqual(['replay']);
  });

  it('gains no time by a scan that went on, for it was first read when it was', () => {
    const lane = openLane(worldOf(measuringRules));
    lane.presentLive('first');
    lane.wait(14_000);
    lane.settle(3650);
    expect(lane.gate().recent.presentations).toEqual([
      { tag: 'first', atMonoMs: 10_000 },
    ]);
  });

  it('is no new scan for as long as its own is open', () => {
    const lane = openLane();
    lane.presentLive('first', { kind: 'new' }, yellow);
    lane.wait(600_000);
    lane.presentLive('first', replay, yellow, 'tag of another day');
    expectPhase(lane, 'hold');
    expect(lane.records).toHaveLength(1);
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    expect(lane.gate().recent.presentations).toEqual([
      { tag: 'first', atMonoMs: 10_000 },
    ]);
    lane.tick(8_000);
    lane.presentLive('first', replay, yellow);
    expect(shownReasons(lane)).toEqual(['colour-yellow', 'replay']);
  });

  it('is a replay at once to a gate that was started anew', () => {
    const lane = openLane();
    lane.presentLive('first', replay);
    expect(shownReasons(lane)).toEqual(['replay']);
    expect(lane.gate().recent.presentations).toEqual([]);
  });
});

describe('another presentation of the same pass', () => {
  it('within 8 s is no new scan, and later one of its own', () => {
    const lane = admitted();
    lane.wait(6_399);
    lane.presentLive('second');
    expect(lane.records).toHaveLength(1);
    lane.wait(1);
    lane.presentLive('second');
    expectPhase(lane, 'shown');
    expect(lane.records).toHaveLength(2);
  });
});

describe('a fresh code shown to a hold that asks for it', () => {
  it.each<[string, (lane: Lane) => void]>([
    ['a stale one', (lane) => lane.presentLive('old', { kind: 'new' }, stale)],
    ['one shown before', (lane) => lane.presentLive('old', replay)],
    ['a still one', (lane) => lane.present(authentic(), 'tag')],
  ])('goes on with the scan of %s', (_what, showFirst) => {
    const lane = openLane(wantsLive);
    showFirst(lane);
    const { scan } = expectPhase(lane, 'hold').open;
    lane.wait(3_000);
    lane.presentLive('fresh');
    expect(expectPhase(lane, 'shown').verdict.outcome).toBe('admit');
    const [first, later] = lane.records;
    expect(later).toMatchObject({ kind: 'scan', ref: first?.id });
    expect(expectPhase(lane, 'shown').open.scan.scanId).not.toBe(scan.scanId);
    expect(lane.gate().recent.presentations.at(-1)?.tag).toBe('fresh');
  });

  it('keeps what was measured and compared', () => {
    const lane = openLane(worldOf(measuringRules));
    lane.presentLive('old', { kind: 'new' }, stale);
    lane.resolve({ kind: 'measure-again' });
    lane.settle(3650);
    expect(shownReasons(lane)).toEqual(['stale-presentation']);
    lane.presentLive('fresh');
    expectPhase(lane, 'shown');
    expect(lane.records.at(-1)).toMatchObject({
      verdict: { outcome: 'admit' },
      readings: [{ estimateCenti: 3650 }],
    });
  });

  it('is measured where it alone was missing', () => {
    const lane = openLane(worldOf(measuringRules));
    lane.presentLive('old', { kind: 'new' }, stale);
    lane.presentLive('fresh');
    expectPhase(lane, 'need-temperature');
    lane.settle(3650);
    expectPhase(lane, 'shown');
    expect(lane.records.at(-1)?.ref).toBe(lane.records[0]?.id);
  });

  it.each<[string, (lane: Lane) => void]>([
    ['is still', (lane) => lane.present(authentic(), 'tag')],
    ['is no pass', (lane) => lane.present({ kind: 'unknown-key' }, 'tag')],
    ['is stale', (lane) => lane.presentLive('next', { kind: 'new' }, stale)],
    ['was shown before', (lane) => lane.presentLive('next', replay)],
    [
      'is of another',
      (lane) => lane.presentLive('next', { kind: 'new' }, live(), 'another'),
    ],
  ])('changes nothing when it %s', (_what, showNext) => {
    const lane = openLane();
    lane.presentLive('old', { kind: 'new' }, stale);
    const before = lane.gate();
    showNext(lane);
    expect(lane.gate()).toBe(before);
  });

  it('changes nothing where nobody can tell whose it is, or the hold asks for something else', () => {
    const paperless = openLane();
    paperless.presentLive('old', { kind: 'new' }, yellow);
    const before = paperless.gate();
    paperless.presentLive('fresh', { kind: 'new' }, live());
    expect(paperless.gate()).toBe(before);

    const untold = openLane(wantsLive);
    untold.present(authentic());
    const held = untold.gate();
    untold.present(live());
    expect(untold.gate()).toBe(held);
  });
});
