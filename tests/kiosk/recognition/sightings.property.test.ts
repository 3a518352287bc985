import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckedPass } from '#core/trust';
import { live, single, withPolicy } from '../../core/policy/scenes.ts';
import { newFolder } from '../vault/vault-in.ts';
import { openRememberingLane } from './remembering-lane.ts';

type Happening =
  | { readonly kind: 'show'; readonly nonce: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'restart' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('show'),
      nonce: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass'),
      ms: fc.constantFrom(1_600, 8_000, 44_999, 45_000, 3_600_000, 43_200_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart') }),
  },
);

describe('a lane before its log', () => {
  test('admits no presentation twice, whatever is shown, however long it waits, however often it starts', () => {
    let replays = 0;
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 10, maxLength: 30 }),
        fc.constantFrom(0, 300_000),
        (happenings, seenAgainWithinMs) => {
          const goBy = withPolicy({ seenAgainWithinMs });
          const lane = openRememberingLane(newFolder(), goBy);
          const admitted = new Set<number>();
          const show = (nonce: number): void => {
            const checked: CheckedPass = live(single(), false, nonce);
            if (lane.show(checked) !== 'taken') return;
            const verdict = lane.verdict();
            if (verdict?.outcome === 'admit') {
              expect(admitted.has(nonce)).toBe(false);
              admitted.add(nonce);
            } else {
              lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
            }
            if (verdict?.reasons[0].code === 'replay') replays += 1;
          };
          for (const what of happenings) {
            if (what.kind === 'show') show(what.nonce);
            if (what.kind === 'pass') lane.pass(what.ms);
            if (what.kind === 'restart') lane.restart();
          }
          lane.close();
        },
      ),
      { numRuns: 40 },
    );
    expect(replays).toBeGreaterThan(10);
  });
});
