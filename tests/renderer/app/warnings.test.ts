import { describe, expect, test } from 'vitest';
import {
  words,
  type DeviceStatus,
  type Freshness,
  type Snapshot,
} from '#kiosk/contract';
import { ageOf } from '../../../renderer/app/age.ts';
import { isGrave, warningsOf } from '../../../renderer/app/warnings.ts';
import { freshnessAt, snapshotWith } from '../snapshots.ts';

const scanner: DeviceStatus = {
  id: 'scanner-1',
  kind: 'scanner',
  state: 'open',
};
const thermometer: DeviceStatus = {
  id: 'thermometer-1',
  kind: 'thermometer',
  state: 'open',
};
const unplugged = { state: 'lost', failure: 'device.unplugged' } as const;

describe('the warnings', () => {
  test('are none on a healthy kiosk', () => {
    expect(warningsOf(snapshotWith({ devices: [scanner] }))).toEqual([]);
  });

  test('come in one order: device, clock, freshness, queue', () => {
    const ill = snapshotWith({
      devices: [scanner, { ...thermometer, ...unplugged }],
      clock: { atMs: 0, state: 'doubtful' },
      freshness: freshnessAt('expired', 0),
      unsent: 1001,
    });
    expect(kindsOf(ill)).toEqual(['device', 'clock', 'freshness', 'unsent']);
  });

  test.each(['banner', 'hold', 'expired'] as const)(
    'say that the data is on the rung %s',
    (rung) => {
      const snapshot = snapshotWith({ freshness: freshnessAt(rung, 0) });
      expect(warningsOf(snapshot)).toEqual([{ kind: 'freshness', rung }]);
    },
  );

  test('say that there is no data at all', () => {
    expect(warningsOf(snapshotWith({ freshness: { rung: 'none' } }))).toEqual([
      { kind: 'freshness', rung: 'none' },
    ]);
  });

  test('do not send anyone to a clock that only a bundle can judge', () => {
    const clock = { atMs: 0, state: 'unknown' } as const;
    const freshness = { rung: 'none' } as const;
    const settable = { fromMs: 0, untilMs: 1 };
    expect(kindsOf(snapshotWith({ clock, freshness }))).toEqual(['freshness']);
    expect(
      kindsOf(snapshotWith({ clock: { ...clock, settable }, freshness })),
    ).toEqual(['clock', 'freshness']);
  });

  test.each(['doubtful', 'unknown'] as const)(
    'say that the clock is %s',
    (state) => {
      expect(warningsOf(snapshotWith({ clock: { atMs: 0, state } }))).toEqual([
        { kind: 'clock', state },
      ]);
    },
  );

  test.each<Freshness['rung']>(['none', 'banner', 'hold', 'expired'])(
    'tell what to do about data on the rung %s',
    (rung) => {
      expect(words.zh.freshness[rung].warning).toContain('用 U 盘导入数据包');
      expect(words.en.freshness[rung].warning).toContain(
        'import a bundle from a USB drive',
      );
    },
  );

  test.each(['doubtful', 'unknown'] as const)(
    'tell what to do about a clock that is %s',
    (state) => {
      expect(words.zh.clock[state].warning).toContain('请校对时钟');
      expect(words.en.clock[state].warning).toContain('set the clock');
    },
  );

  test('leave out the device that fills the screen', () => {
    const lost = snapshotWith({
      gate: { kind: 'device-lost', deviceId: 'scanner-1' },
      devices: [{ ...scanner, ...unplugged }],
    });
    expect(warningsOf(lost)).toEqual([]);
  });

  test('name a device only where there are several of its kind', () => {
    const one = snapshotWith({ devices: [{ ...scanner, ...unplugged }] });
    expect(warningsOf(one)).toEqual([
      { kind: 'device', device: 'scanner', failure: 'device.unplugged' },
    ]);
    const two = snapshotWith({
      devices: [
        { ...scanner, ...unplugged },
        { ...scanner, id: 'scanner-2' },
      ],
    });
    expect(warningsOf(two)).toMatchObject([{ id: 'scanner-1' }]);
  });

  test('do not warn of a clock that only drifts, nor of a thousand entries', () => {
    const fine = snapshotWith({
      clock: { atMs: 0, state: 'drifting' },
      unsent: 1000,
    });
    expect(warningsOf(fine)).toEqual([]);
  });

  test('are silent before the kiosk is configured', () => {
    const first = snapshotWith({
      state: 'unconfigured',
      freshness: { rung: 'none' },
    });
    expect(warningsOf(first)).toEqual([]);
  });

  test('are grave exactly where they change what is decided', () => {
    expect(isGrave({ kind: 'freshness', rung: 'banner' })).toBe(false);
    for (const rung of ['hold', 'expired', 'none'] as const)
      expect(isGrave({ kind: 'freshness', rung })).toBe(true);
    expect(isGrave({ kind: 'clock', state: 'doubtful' })).toBe(true);
    expect(isGrave({ kind: 'unsent', count: 5000 })).toBe(false);
  });
});

describe('an age', () => {
  const hourMs = 3_600_000;

  test.each([
    [0, 'minutes', 0],
    [59_999, 'minutes', 0],
    [119 * 60_000, 'minutes', 119],
    [2 * hourMs, 'hours', 2],
    [48 * hourMs - 1, 'hours', 47],
    [48 * hourMs, 'days', 2],
    [21 * 24 * hourMs, 'days', 21],
  ])('of %d ms is %s %d', (ageMs, unit, count) => {
    expect(ageOf(ageMs)).toEqual({ unit, count });
  });
});

function kindsOf(snapshot: Snapshot): readonly string[] {
  return warningsOf(snapshot).map(({ kind }) => kind);
}
