import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doorLockAfter, lockAfter } from '../../../kiosk/staff/lock.ts';

const attempts = fc.nat({ max: 10_000 });
const msOf = (lock: ReturnType<typeof lockAfter>): number => {
  if (lock.kind === 'for-a-while') return lock.ms;
  return lock.kind === 'none' ? 0 : Infinity;
};

describe('the lock after so many wrong PINs', () => {
  test('never grows shorter with another one', () => {
    fc.assert(
      fc.property(attempts, (count) => {
        expect(msOf(lockAfter(count + 1))).toBeGreaterThanOrEqual(
          msOf(lockAfter(count)),
        );
        expect(msOf(doorLockAfter(count + 1))).toBeGreaterThanOrEqual(
          msOf(doorLockAfter(count)),
        );
      }),
    );
  });

  test('doubles from 30 s up to an hour, and then needs somebody else', () => {
    fc.assert(
      fc.property(attempts, (count) => {
        const ms = msOf(lockAfter(count));
        if (count < 5) expect(ms).toBe(0);
        else if (count < 20)
          expect(ms).toBe(Math.min(3_600_000, 30_000 * 2 ** (count - 5)));
        else expect(ms).toBe(Infinity);
      }),
    );
  });

  test('lets nobody try more than 20 PINs of one person in the 9 hours their locks take', () => {
    const waits = Array.from({ length: 20 }, (_, tries) =>
      msOf(lockAfter(tries)),
    );
    const hours = waits.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(9);
    expect(msOf(lockAfter(20))).toBe(Infinity);
  });

  test('of everyone never needs somebody else, and never lasts more than five minutes', () => {
    fc.assert(
      fc.property(attempts, (count) => {
        expect(msOf(doorLockAfter(count))).toBeLessThanOrEqual(300_000);
        if (count < 10) expect(doorLockAfter(count).kind).toBe('none');
      }),
    );
  });
});
