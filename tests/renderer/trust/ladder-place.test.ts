import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ladderPlace,
  rungs,
  type Rung,
} from '../../../renderer/trust/ladder-place.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const ladder = { normalMs: dayMs, bannerMs: 7 * dayMs, holdMs: 21 * dayMs };

describe('the place of an age on the ladder', () => {
  test.each<readonly [Rung, number, number]>([
    ['normal', 0, 0],
    ['normal', 12 * hourMs, 0.125],
    ['normal', dayMs, 0.25],
    ['banner', dayMs, 0.25],
    ['banner', 4 * dayMs, 0.375],
    ['hold', 14 * dayMs, 0.625],
    ['hold', 21 * dayMs, 0.75],
    ['expired', 21 * dayMs, 0.75],
    ['expired', 42 * dayMs, 0.875],
  ])('%s at %d ms is %d', (rung, ageMs, place) => {
    expect(ladderPlace(rung, ageMs, ladder)).toBeCloseTo(place, 10);
  });

  test('stays on the rung the kiosk says, whatever the age', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rungs),
        fc.nat({ max: 400 * dayMs }),
        fc.array(fc.nat({ max: 60 * dayMs }), { minLength: 3, maxLength: 3 }),
        (rung, ageMs, figures) => {
          const [normalMs = 0, bannerMs = 0, holdMs = 0] = figures.toSorted(
            (one, other) => one - other,
          );
          const place = ladderPlace(rung, ageMs, {
            normalMs,
            bannerMs,
            holdMs,
          });
          const from = rungs.indexOf(rung) / 4;
          expect(place).toBeGreaterThanOrEqual(from);
          expect(place).toBeLessThanOrEqual(from + 0.25);
        },
      ),
    );
  });

  test('moves on as the age grows, and never off the end', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 4000 * dayMs }),
        fc.integer({ min: 1, max: 4000 * dayMs }),
        (ageMs, moreMs) => {
          const younger = ladderPlace(rungAt(ageMs), ageMs, ladder);
          const elder = ageMs + moreMs;
          const older = ladderPlace(rungAt(elder), elder, ladder);
          expect(older).toBeGreaterThan(younger);
          expect(older).toBeLessThan(1);
        },
      ),
    );
  });
});

function rungAt(ageMs: number): Rung {
  if (ageMs <= ladder.normalMs) return 'normal';
  if (ageMs <= ladder.bannerMs) return 'banner';
  return ageMs <= ladder.holdMs ? 'hold' : 'expired';
}
