import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  raiseHighWater,
  trustedTime,
  type ClockMemory,
  type HostReading,
} from '#core/trust';
import { dayMs, hourMs, nowMs } from './signing.ts';

const endOfTimeMs = 8_640_000_000_000_000;

describe('trustedTime', () => {
  it('knows nothing from below before anything signed was seen', () => {
    expect(trustedTime(at(nowMs), {})).toEqual({
      lowerMs: 0,
      atMs: nowMs,
      upperMs: nowMs + 2_000,
      state: 'unknown',
      monoMs: 5_000,
      bootId: 'boot',
    });
  });

  it('is trusted within two seconds for a day after the newest signature', () => {
    const expected = {
      lowerMs: nowMs - 2_000,
      atMs: nowMs,
      upperMs: nowMs + 2_000,
      state: 'trusted',
    };
    for (const ageMs of [10_000, hourMs, dayMs]) {
      const memory = { signedAtMs: nowMs - ageMs };
      expect(trustedTime(at(nowMs), memory)).toMatchObject(expected);
    }
  });

  it('is trusted from the very instant of the signature, and never before it', () => {
    expect(trustedTime(at(nowMs), { signedAtMs: nowMs })).toMatchObject({
      lowerMs: nowMs,
      atMs: nowMs,
      state: 'trusted',
    });
  });

  it('drifts after a day, by what a free clock may have lost or gained', () => {
    const memory = { signedAtMs: nowMs - 5 * dayMs };
    expect(trustedTime(at(nowMs), memory)).toMatchObject({
      lowerMs: nowMs - 2_000 - 86_400,
      upperMs: nowMs + 2_000 + 86_400,
      state: 'drifting',
    });
    const dayAndMore = { signedAtMs: nowMs - dayMs - 1 };
    expect(trustedTime(at(nowMs), dayAndMore).state).toBe('drifting');
  });

  it('cannot say anything a month after the newest signature', () => {
    const signedAtMs = nowMs - 30 * dayMs;
    expect(trustedTime(at(nowMs), { signedAtMs }).state).toBe('drifting');
    expect(trustedTime(at(nowMs + 1), { signedAtMs })).toMatchObject({
      lowerMs: signedAtMs,
      state: 'unknown',
    });
  });

  it('is doubtful, with no end, when the wall clock is behind what was signed', () => {
    const memory = { signedAtMs: nowMs };
    expect(trustedTime(at(nowMs - 2_000), memory).state).toBe('trusted');
    expect(trustedTime(at(nowMs - 2_001), memory)).toMatchObject({
      lowerMs: nowMs,
      atMs: nowMs,
      upperMs: endOfTimeMs,
      state: 'doubtful',
    });
  });

  it('is doubtful when the wall clock is behind the high-water mark', () => {
    const memory = { signedAtMs: nowMs - dayMs, highWaterMs: nowMs };
    expect(trustedTime(at(nowMs - hourMs), memory)).toMatchObject({
      lowerMs: nowMs,
      upperMs: endOfTimeMs,
      state: 'doubtful',
    });
  });

  it('cannot say anything by a clock that gives no instant', () => {
    for (const wallMs of [Number.NaN, Infinity, 1.5]) {
      expect(trustedTime(at(wallMs), { signedAtMs: nowMs })).toMatchObject({
        lowerMs: 0,
        upperMs: endOfTimeMs,
        state: 'unknown',
      });
    }
  });

  it('carries the boot and whole monotonic milliseconds', () => {
    const reading = { wallMs: nowMs, monoMs: 12.9, bootId: 'other' };
    expect(trustedTime(reading, {})).toMatchObject({
      monoMs: 12,
      bootId: 'other',
    });
  });

  it('is never below what was signed or has passed, whatever the wall says', () => {
    fc.assert(
      fc.property(instant, memories, (wallMs, memory) => {
        const time = trustedTime(at(wallMs), memory);
        const { signedAtMs, highWaterMs = 0 } = memory;
        if (signedAtMs === undefined) {
          expect(time.state).toBe('unknown');
          return;
        }
        const floorMs = Math.max(signedAtMs, highWaterMs);
        expect(time.lowerMs).toBeGreaterThanOrEqual(floorMs);
        expect(time.atMs).toBeGreaterThanOrEqual(time.lowerMs);
        expect(time.upperMs).toBeGreaterThanOrEqual(time.atMs);
      }),
      unshrunk,
    );
  });
});

describe('raiseHighWater', () => {
  const memory = { signedAtMs: nowMs };

  it('starts at the newest signature', () => {
    const raised = raiseHighWater(memory, at(nowMs), at(nowMs));
    expect(raised.highWaterMs).toBe(nowMs);
  });

  it('follows the monotonic clock, less what it may run fast', () => {
    const from = { ...at(nowMs), monoMs: 0 };
    const to = { ...at(nowMs), monoMs: 1_000_000 };
    expect(raiseHighWater(memory, from, to).highWaterMs).toBe(nowMs + 999_800);
  });

  it('is not moved by a wall clock that leaps years ahead', () => {
    const from = { ...at(nowMs), monoMs: 0 };
    const to = { ...at(nowMs + 3_650 * dayMs), monoMs: 1_000 };
    const raised = raiseHighWater(memory, from, to);
    expect(raised.highWaterMs).toBeLessThanOrEqual(nowMs + 1_000);
    expect(trustedTime(at(nowMs + 2_000), raised).state).toBe('trusted');
  });

  it('counts nothing between two boots', () => {
    const from = { ...at(nowMs), monoMs: 0 };
    const to = { wallMs: nowMs, monoMs: 9_000, bootId: 'next' };
    expect(raiseHighWater(memory, from, to).highWaterMs).toBe(nowMs);
  });

  it('has nothing to start from before anything signed was seen', () => {
    expect(raiseHighWater({}, at(nowMs), at(nowMs))).toEqual({});
  });

  it('never goes down and never passes the newest signature by more than what has elapsed', () => {
    const mono = fc.integer({ min: 0, max: 10 * dayMs });
    fc.assert(
      fc.property(memories, instant, mono, mono, (before, wallMs, a, b) => {
        const from = { ...at(wallMs), monoMs: a };
        const to = { ...at(wallMs), monoMs: b };
        const after = raiseHighWater(before, from, to);
        if (before.signedAtMs === undefined) {
          expect(after).toEqual(before);
          return;
        }
        const markMs = Math.max(before.signedAtMs, before.highWaterMs ?? 0);
        expect(after.highWaterMs).toBeGreaterThanOrEqual(markMs);
        const elapsedMs = Math.max(0, b - a);
        expect(after.highWaterMs).toBeLessThanOrEqual(markMs + elapsedMs);
      }),
      unshrunk,
    );
  });
});

/** Instants that matter only by their distance shrink a millisecond at a time. */
const unshrunk = { numRuns: 1_000, endOnFailure: true };

/** Many of them close to each other, for that is where the rules differ. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 2 * nowMs }),
  fc.integer({ min: nowMs - 31 * dayMs, max: nowMs + 31 * dayMs }),
  fc.integer({ min: nowMs - 3_000, max: nowMs + 3_000 }),
);

const memories: fc.Arbitrary<ClockMemory> = fc.record(
  { signedAtMs: instant, highWaterMs: instant },
  { requiredKeys: [] },
);

function at(wallMs: number): HostReading {
  return { wallMs, monoMs: 5_000, bootId: 'boot' };
}
