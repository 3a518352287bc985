import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IssuerView, KeyView } from '#kiosk/contract';
import { createZoneTime } from '../../../renderer/log/zone-time.ts';
import {
  axisOf,
  barOf,
  shareAt,
  ticksOf,
} from '../../../renderer/trust/key-axis.ts';

const dayMs = 24 * 3_600_000;
const nowMs = Date.UTC(2026, 10, 22, 4, 3);
const zone = createZoneTime('Asia/Shanghai');

describe('the axis of the keys', () => {
  test('reaches from the first beginning to the last end, and a little further', () => {
    const axis = axisOf(
      [issuerWith([-100, 100], [-300, -50], [50, 400])],
      nowMs,
    );
    const marginMs = 14 * dayMs;
    expect(axis).toEqual({
      fromMs: nowMs - 300 * dayMs - marginMs,
      untilMs: nowMs + 400 * dayMs + marginMs,
    });
  });

  test('always has now on it, with no keys too', () => {
    fc.assert(
      fc.property(fc.array(spans(), { maxLength: 8 }), (keys) => {
        const axis = axisOf([issuerWith(...keys)], nowMs);
        expect(axis.fromMs).toBeLessThan(nowMs);
        expect(axis.untilMs).toBeGreaterThan(nowMs);
      }),
    );
  });

  test('lets a key of a hundred years run out of the picture', () => {
    const axis = axisOf([issuerWith([-36_500, 36_500], [-30, 30])], nowMs);
    expect(axis.untilMs - axis.fromMs).toBeLessThan(9 * 365 * dayMs);
  });
});

describe('the bar of a key', () => {
  test('stands where its dates are', () => {
    const axis = { fromMs: 0, untilMs: 1000 };
    expect(barOf(axis, { fromMs: 250, untilMs: 750 })).toEqual({
      start: 0.25,
      width: 0.5,
    });
  });

  test('is seen and stays on the axis, however short or far away', () => {
    fc.assert(
      fc.property(fc.array(spans(), { minLength: 1, maxLength: 8 }), (keys) => {
        const issuer = issuerWith(...keys);
        const axis = axisOf([issuer], nowMs);
        for (const key of issuer.keys) {
          const { start, width } = barOf(axis, key);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(0.01);
          expect(start + width).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('covers now exactly where the key is in force', () => {
    const axis = axisOf([issuerWith([-300, 300])], nowMs);
    const now = shareAt(axis, nowMs);
    const covers = (from: number, until: number): boolean => {
      const { start, width } = barOf(axis, keyOf(from, until));
      return start <= now && now < start + width;
    };
    expect([covers(-10, 10), covers(-100, -10), covers(10, 100)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the ticks of the axis', () => {
  test('are the first days of months of the checkpoint, evenly apart', () => {
    const axis = axisOf([issuerWith([-300, 400])], nowMs);
    const ticks = ticksOf(axis, zone);
    expect(ticks.map(({ month }) => month)).toEqual([
      '2026-07',
      '2027-01',
      '2027-07',
      '2028-01',
    ]);
    expect(ticks[0]?.at).toBeCloseTo(
      shareAt(axis, Date.UTC(2026, 5, 30, 16)),
      10,
    );
  });

  test('are never more than are read', () => {
    fc.assert(
      fc.property(fc.array(spans(), { maxLength: 8 }), (keys) => {
        const ticks = ticksOf(axisOf([issuerWith(...keys)], nowMs), zone);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

function spans(): fc.Arbitrary<readonly [number, number]> {
  return fc
    .tuple(
      fc.integer({ min: -40_000, max: 40_000 }),
      fc.integer({ min: 1, max: 40_000 }),
    )
    .map(([from, days]) => [from, from + days]);
}

/** Keys by the days from now between which they may sign. */
function issuerWith(
  ...keys: readonly (readonly [number, number])[]
): IssuerView {
  return {
    id: 'LN',
    nameZh: '辽宁省',
    nameEn: 'Liaoning',
    keys: keys.map(([from, until]) => keyOf(from, until)),
    lists: [],
  };
}

function keyOf(fromDays: number, untilDays: number): KeyView {
  return {
    kid: '9f3c51e2a07b4d18',
    kinds: ['pass'],
    forms: ['live'],
    fromMs: nowMs + fromDays * dayMs,
    untilMs: nowMs + untilDays * dayMs,
    state: 'in-force',
  };
}
