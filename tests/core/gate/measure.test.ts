import { describe, expect, it } from 'vitest';
import { nextDeadlineMs, settledShare, type Sample } from '#core/gate';
import { authentic, rules, single } from '../policy/scenes.ts';
import {
  expectPhase,
  freely,
  measuring,
  openLane,
  shownReasons,
  thermometer,
  type Lane,
} from './lane.ts';

/** A lane where a green holder is asked for their temperature. */
function asked(): Lane {
  const lane = openLane(measuring);
  lane.present();
  return lane;
}

/** Three measurements in a row that end as `measure` ends each. */
function threeTimes(lane: Lane, measure: () => void): void {
  for (const attempt of [1, 2, 3] as const) {
    expect(expectPhase(lane, 'need-temperature').attempt).toBe(attempt);
    measure();
  }
}

describe('asking for a temperature', () => {
  it('is for whoever would be admitted with one, before any entry', () => {
    const lane = asked();
    expect(lane.records).toEqual([]);
    expect(expectPhase(lane, 'need-temperature')).toMatchObject({
      attempt: 1,
      samples: [],
      sinceMs: 10_000,
      untilMs: 25_000,
      open: { entryIds: [], idCompared: false },
    });
    expect(nextDeadlineMs(lane.gate())).toBe(25_000);
  });

  it('is not for whoever is red, or where none is taken', () => {
    const lane = openLane(measuring);
    lane.present(authentic(single({ colour: { code: '10' } })));
    expect(shownReasons(lane)).toEqual(['colour-red']);
    const free = openLane(freely);
    free.present();
    expect(shownReasons(free)).toEqual(['colour-green']);
  });

  it('gives up after 15 s and holds', () => {
    const lane = asked();
    lane.tick(14_999);
    expectPhase(lane, 'need-temperature');
    lane.tick(1);
    expect(expectPhase(lane, 'hold').verdict.reasons).toEqual([
      { code: 'temperature-missing', detail: 'timeout' },
    ]);
  });

  it('holds when the guard ends it', () => {
    const lane = asked();
    lane.dismiss();
    expect(expectPhase(lane, 'hold').verdict.reasons).toEqual([
      { code: 'temperature-missing', detail: 'dismissed' },
    ]);
  });

  it('admits with a normal reading, which is logged with the verdict', () => {
    const lane = asked();
    lane.settle(3652);
    expect(shownReasons(lane)).toEqual(['colour-green']);
    expect(lane.records).toHaveLength(1);
    expect(lane.records[0]).toMatchObject({
      kind: 'scan',
      readings: [{ rawCenti: 3652, estimateCenti: 3652, source: 'sensor' }],
    });
  });

  it('judges by the rules of the moment the reading settles', () => {
    const lane = asked();
    lane.changeWorld({ rules: undefined, thermometer });
    lane.settle(3652);
    expect(shownReasons(lane)).toEqual(['no-trust']);
  });
});

describe('samples', () => {
  it('from before the scan, and from after its time, belong to nobody', () => {
    const lane = asked();
    lane.sample(3650, { monoMs: 9_999 });
    lane.sample(3650, { monoMs: 25_000 });
    expect(expectPhase(lane, 'need-temperature').samples).toEqual([]);
    for (const monoMs of [10_000, 24_999]) {
      const other = asked();
      other.sample(3650, { monoMs });
      expect(expectPhase(other, 'need-temperature').samples).toHaveLength(1);
    }
  });

  it('count for nothing while nobody is asked', () => {
    const lane = openLane(measuring);
    const before = lane.gate();
    lane.settle(3900);
    expect(lane.gate()).toBe(before);
  });

  it.each<[string, Partial<Sample>, boolean]>([
    ['27.99 °C', { objectCenti: 2799 }, false],
    ['28.00 °C', { objectCenti: 2800 }, true],
    ['43.00 °C', { objectCenti: 4300 }, true],
    ['43.01 °C', { objectCenti: 4301 }, false],
    ['1.99 °C above the room', { ambientCenti: 3300 - 49 }, false],
    ['2.00 °C above the room', { ambientCenti: 3300 - 50 }, true],
    ['a room of 33.00 °C', { ambientCenti: 3300 }, false],
    ['a room of 33.01 °C', { ambientCenti: 3301 }, true],
  ])('of %s say whether a person is there', (_what, sample, isPerson) => {
    const lane = asked();
    lane.sample(3450, sample);
    const { samples } = expectPhase(lane, 'need-temperature');
    expect(samples).toHaveLength(isPerson ? 1 : 0);
  });

  it('of an unknown room are taken as they are', () => {
    const lane = asked();
    const monoMs = 10_050;
    const sample = { objectCenti: 3600, monoMs };
    const { open } = expectPhase(lane, 'need-temperature');
    lane.send({ kind: 'sampled', sample, at: open.scan.at, entryId: 'e' });
    expect(expectPhase(lane, 'need-temperature').samples).toEqual([sample]);
  });

  it('start again when the person steps away', () => {
    const lane = asked();
    for (const centi of [3650, 3650, 3650, 3650]) lane.sample(centi);
    lane.sample(2100);
    expect(expectPhase(lane, 'need-temperature').samples).toEqual([]);
    for (const centi of [3650, 3650, 3650, 3650]) lane.sample(centi);
    expectPhase(lane, 'need-temperature');
    lane.sample(3650);
    expectPhase(lane, 'shown');
  });
});

describe('a reading', () => {
  it('is the median of five samples in a row within 0.3 °C', () => {
    const lane = asked();
    for (const centi of [3500, 3670, 3640, 3655, 3668, 3650])
      lane.sample(centi);
    expect(lane.records[0]).toMatchObject({ readings: [{ rawCenti: 3655 }] });
  });

  it('takes the higher of the two in the middle of an even run', () => {
    const lane = openLane({
      ...measuring,
      thermometer: { ...thermometer, stableSamples: 4 },
    });
    lane.present();
    for (const centi of [3650, 3640, 3660, 3655]) lane.sample(centi);
    expect(lane.records[0]).toMatchObject({ readings: [{ rawCenti: 3655 }] });
  });

  it('settles at exactly the spread and not above', () => {
    const lane = asked();
    for (const centi of [3620, 3651, 3651, 3651, 3651]) lane.sample(centi);
    expectPhase(lane, 'need-temperature');
    const other = asked();
    for (const centi of [3620, 3650, 3650, 3650, 3650]) other.sample(centi);
    expectPhase(other, 'shown');
  });

  it.each([
    ['surface', 60, 3670, 3730, 'fever'],
    ['surface', 60, 3669, 3729, 'colour-green'],
    ['body', -20, 3750, 3730, 'fever'],
    ['body', -20, 3749, 3729, 'colour-green'],
  ] as const)(
    'adds the offset of a %s profile (%i) once: %i is %i',
    (mode, offsetCenti, rawCenti, estimateCenti, reason) => {
      const profile = { ...thermometer, mode, offsetCenti };
      const lane = openLane({ ...measuring, thermometer: profile });
      lane.present();
      lane.settle(rawCenti);
      expect(shownReasons(lane)).toEqual([reason]);
      expect(lane.records[0]).toMatchObject({
        readings: [{ rawCenti, estimateCenti }],
      });
    },
  );

  it('never comes of a run without samples', () => {
    const profile = { ...thermometer, stableSamples: 0 };
    expect(settledShare([], { ...profile, stableSamples: 5 })).toBe(0);
    const lane = openLane({ ...measuring, thermometer: profile });
    lane.present();
    lane.sample(3650);
    expect(lane.records[0]).toMatchObject({ readings: [{ rawCenti: 3650 }] });
  });

  it('shows how far it has settled', () => {
    const lane = asked();
    const share = (): number =>
      settledShare(expectPhase(lane, 'need-temperature').samples, thermometer);
    lane.sample(3500);
    expect(share()).toBe(0.2);
    lane.sample(3510);
    expect(share()).toBe(0.4);
    lane.sample(3600);
    expect(share()).toBe(0.2);
  });
});

describe('a reading that says nothing of a person', () => {
  it('is taken again, three times in all, each with its own 15 s', () => {
    const lane = asked();
    threeTimes(lane, () => {
      lane.settle(3300);
    });
    expect(shownReasons(lane)).toEqual(['temperature-implausible']);
    expect(lane.records).toHaveLength(1);
    expect(lane.records[0]).toMatchObject({
      readings: [{ rawCenti: 3300 }, { rawCenti: 3300 }, { rawCenti: 3300 }],
    });
  });

  it('does not stand against a later one that does', () => {
    const lane = asked();
    lane.settle(3300);
    expect(expectPhase(lane, 'need-temperature')).toMatchObject({
      attempt: 2,
      samples: [],
      sinceMs: 10_500,
      untilMs: 25_500,
    });
    lane.settle(3650);
    expect(shownReasons(lane)).toEqual(['colour-green']);
  });

  it('stays on record when time runs out', () => {
    const lane = asked();
    lane.settle(3300);
    lane.tick(15_000);
    expect(shownReasons(lane)).toEqual([
      'temperature-missing',
      'temperature-implausible',
    ]);
    expect(lane.records[0]).toMatchObject({ readings: [{ rawCenti: 3300 }] });
  });
});

describe('samples that do not settle', () => {
  it('within 6 s are measured anew, three times in all', () => {
    const lane = asked();
    threeTimes(lane, () => {
      for (let i = 0; i <= 61; i += 1) {
        lane.sample(i % 2 === 0 ? 3600 : 3690);
      }
    });
    expect(shownReasons(lane)).toEqual(['temperature-unstable']);
  });

  it('have 6 s and not less', () => {
    const lane = asked();
    for (let i = 0; i <= 60; i += 1) lane.sample(i % 2 === 0 ? 3600 : 3690);
    expect(expectPhase(lane, 'need-temperature').attempt).toBe(1);
    lane.sample(3690);
    expect(expectPhase(lane, 'need-temperature').attempt).toBe(2);
  });
});

describe('a temperature typed by the guard', () => {
  it('counts as a reading, marked as typed', () => {
    const lane = asked();
    lane.type(3660);
    expect(shownReasons(lane)).toEqual(['colour-green']);
    expect(lane.records[0]).toMatchObject({
      readings: [{ rawCenti: 3660, estimateCenti: 3660, source: 'typed' }],
    });
  });

  it('takes no offset of the thermometer it did not come from', () => {
    const profile = { ...thermometer, offsetCenti: 90 };
    const lane = openLane({ ...measuring, thermometer: profile });
    lane.present();
    lane.type(3729);
    expect(shownReasons(lane)).toEqual(['colour-green']);
  });

  it('is asked for again when it says nothing', () => {
    const lane = asked();
    lane.type(366);
    expect(expectPhase(lane, 'need-temperature').attempt).toBe(2);
  });

  it('is not taken for another scan, or where nobody is measured', () => {
    const lane = openLane(measuring);
    lane.present();
    const before = lane.gate();
    const { at } = expectPhase(lane, 'need-temperature').open.scan;
    lane.send({
      kind: 'typed',
      scanId: 'another',
      centi: 3650,
      at,
      entryId: 'e',
    });
    expect(lane.gate()).toBe(before);
    const held = openLane({ rules, thermometer });
    held.present(authentic(single({ colour: { code: '01' } })));
    const hold = held.gate();
    held.type(3650);
    expect(held.gate()).toBe(hold);
    const idle = openLane();
    idle.type(3650);
    expectPhase(idle, 'idle');
  });
});
