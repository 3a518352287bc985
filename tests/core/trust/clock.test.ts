import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  believe,
  memoryOf,
  observe,
  raiseHighWater,
  say,
  sayable,
  startClock,
  timeOf,
  trustedTime,
  type Clock,
  type ClockMemory,
  type HostReading,
  type SignedInstant,
} from '#core/trust';
import { dayMs, hourMs, nowMs } from './signing.ts';

const endOfTimeMs = 8_640_000_000_000_000;

describe('the clock of a kiosk that has just begun', () => {
  it('knows nothing from below before anything signed was seen', () => {
    expect(trustedTime(at(nowMs), {})).toEqual({
      lowerMs: 0,
      atMs: nowMs,
      upperMs: nowMs + 2_000,
      state: 'unknown',
      monoMs: 5_000,
      bootId: 'boot',
    });
    expect(trustedTime(at(Number.NaN), {})).toMatchObject({
      lowerMs: 0,
      upperMs: endOfTimeMs,
      state: 'unknown',
    });
  });

  it('believes the wall clock, as exactly as a clock on its battery runs', () => {
    const memory = { signedAtMs: nowMs - 5 * dayMs };
    expect(trustedTime(at(nowMs), memory)).toMatchObject({
      lowerMs: nowMs - 2_000 - 8_640,
      atMs: nowMs,
      upperMs: nowMs + 2_000 + 8_640,
      state: 'drifting',
    });
    const seen = { ...memory, seenMs: nowMs - dayMs, errorMs: 30_000 };
    expect(trustedTime(at(nowMs), seen)).toMatchObject({
      upperMs: nowMs + 30_000 + 1_729,
      state: 'drifting',
    });
  });

  it('is never below what has certainly passed', () => {
    const memory = { signedAtMs: nowMs - dayMs, highWaterMs: nowMs };
    expect(trustedTime(at(nowMs - 1_000), memory)).toMatchObject({
      lowerMs: nowMs,
      atMs: nowMs,
      state: 'drifting',
    });
  });

  it.each([
    ['what was signed', { signedAtMs: nowMs }, nowMs],
    [
      'the high-water mark',
      { signedAtMs: nowMs - dayMs, highWaterMs: nowMs },
      nowMs,
    ],
    [
      'what it took for the time before',
      { signedAtMs: nowMs - dayMs, seenMs: nowMs },
      nowMs - dayMs,
    ],
  ])('is in doubt, with no end, behind %s', (_, memory, lowerMs) => {
    expect(trustedTime(at(nowMs - 2_000), memory).state).toBe('drifting');
    for (const wallMs of [nowMs - 2_001, 946_684_800_000, Number.NaN]) {
      expect(trustedTime(at(wallMs), memory)).toMatchObject({
        lowerMs,
        upperMs: endOfTimeMs,
        state: 'doubtful',
      });
    }
  });

  it('cannot say anything a month after the newest signature', () => {
    const signedAtMs = nowMs - 30 * dayMs;
    expect(trustedTime(at(nowMs), { signedAtMs }).state).toBe('drifting');
    expect(trustedTime(at(nowMs + 1), { signedAtMs })).toMatchObject({
      lowerMs: signedAtMs,
      state: 'unknown',
    });
  });

  it('forgets one wrong date, however far ahead, when the wall clock is right again', () => {
    const memory = { signedAtMs: nowMs - dayMs };
    const wrong = at(nowMs + 3_650 * dayMs);
    const clock = startClock(memory, wrong);
    const later = { ...wrong, wallMs: wrong.wallMs + 60_000, monoMs: 65_000 };
    expect(timeOf(observe(clock, later).clock, later).state).toBe('unknown');
    const kept = memoryOf(observe(clock, later).clock, later);
    const next = { ...at(nowMs + 120_000), bootId: 'next' };
    expect(trustedTime(next, kept)).toMatchObject({
      atMs: next.wallMs,
      state: 'drifting',
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

describe('the clock within one boot', () => {
  const begun = startClock({ signedAtMs: nowMs - dayMs }, at(nowMs));

  it('goes on with the monotonic clock, wider by 200 millionths', () => {
    const time = timeOf(begun, after(1_000_000));
    expect(time).toMatchObject({
      lowerMs: nowMs + 1_000_000 - 3_729 - 200,
      atMs: nowMs + 1_000_000,
      upperMs: nowMs + 1_000_000 + 3_729 + 200,
      state: 'drifting',
      monoMs: 1_005_000,
    });
  });

  it('finds a jump of the wall clock, and none within two seconds', () => {
    expect(observe(begun, after(60_000)).jumpedByMs).toBeUndefined();
    expect(observe(begun, after(60_000, 2_000)).jumpedByMs).toBeUndefined();
    expect(observe(begun, after(60_000, 2_001)).jumpedByMs).toBe(2_001);
    expect(observe(begun, after(60_000, -hourMs)).jumpedByMs).toBe(-hourMs);
  });

  it('holds both for possible where the two clocks part, until they meet again', () => {
    const ahead = after(60_000, hourMs);
    const doubted = observe(begun, ahead).clock;
    expect(timeOf(doubted, ahead)).toMatchObject({
      lowerMs: nowMs + 60_000 - 3_729 - 12,
      upperMs: nowMs + 60_000 + hourMs + 2_000,
      state: 'doubtful',
    });
    const behind = after(60_000, -hourMs);
    expect(timeOf(observe(begun, behind).clock, behind)).toMatchObject({
      lowerMs: nowMs + 60_000 - hourMs - 2_000,
      upperMs: nowMs + 60_000 + 3_729 + 12,
      state: 'doubtful',
    });
    expect(timeOf(doubted, after(120_000)).state).toBe('drifting');
  });

  it('believes a wall clock that was behind once it is right', () => {
    const clock = startClock({ signedAtMs: nowMs }, at(946_684_800_000));
    expect(timeOf(clock, after(1_000)).state).toBe('doubtful');
    const right = observe(clock, after(1_000)).clock;
    expect(timeOf(right, after(1_000)).state).toBe('drifting');
  });

  it('does not go back with a monotonic clock that does', () => {
    expect(timeOf(begun, { ...at(nowMs), monoMs: 4_000 }).monoMs).toBe(5_000);
  });

  it('remembers nothing before anything signed was seen', () => {
    expect(memoryOf(startClock({}, at(nowMs)), after(60_000))).toEqual({});
  });

  it('remembers how far the wall clock has drifted, and no more than drift', () => {
    const apart = (byMs: number): number | undefined =>
      memoryOf(begun, after(0, byMs)).errorMs;
    expect(apart(0)).toBe(3_729);
    expect(apart(-60_000)).toBe(63_729);
    expect(apart(dayMs)).toBe(603_729);
    expect(apart(Number.NaN)).toBe(3_729);
    const lost = startClock({ signedAtMs: nowMs }, at(0));
    expect(memoryOf(lost, at(0)).errorMs).toBe(2_000);
  });
});

describe('a signed instant', () => {
  const empty = startClock({}, at(nowMs));
  const bundle = (signedAtMs: number): SignedInstant => ({
    signedAtMs,
    radiusMs: Infinity,
  });

  it('makes the time known, and trusted for a day where it was signed within a minute', () => {
    const clock = believe(empty, at(nowMs), bundle(nowMs - 60_000 + 10));
    expect(timeOf(clock, at(nowMs))).toMatchObject({
      lowerMs: nowMs - 60_000 + 10,
      atMs: nowMs,
      state: 'trusted',
    });
    expect(timeOf(clock, after(dayMs)).state).toBe('trusted');
    expect(timeOf(clock, after(dayMs + 1)).state).toBe('drifting');
    const older = believe(empty, at(nowMs), bundle(nowMs - 61_000));
    expect(timeOf(older, at(nowMs)).state).toBe('drifting');
  });

  it('is no use a second time, nor an earlier one', () => {
    const clock = believe(empty, at(nowMs), bundle(nowMs));
    expect(believe(clock, at(nowMs), bundle(nowMs))).toEqual(clock);
    expect(believe(clock, at(nowMs), bundle(nowMs - 1))).toEqual(clock);
  });

  it('outlasts the jumps of the wall clock', () => {
    const clock = believe(empty, at(nowMs), bundle(nowMs));
    const time = timeOf(clock, after(60_000, -10 * dayMs));
    expect(time).toMatchObject({ atMs: nowMs + 60_000, state: 'trusted' });
  });

  it('shows a clock that is behind to be wrong', () => {
    const clock = startClock({ signedAtMs: nowMs - dayMs }, at(nowMs));
    const found = believe(clock, at(nowMs), bundle(nowMs + hourMs));
    expect(timeOf(found, at(nowMs))).toMatchObject({
      lowerMs: nowMs + hourMs,
      upperMs: endOfTimeMs,
      state: 'doubtful',
    });
  });

  it('shows a clock to be wrong that is more than a month ahead of it', () => {
    const wrong = at(nowMs + 60 * dayMs);
    const clock = startClock({ signedAtMs: nowMs - dayMs }, wrong);
    const right = { ...at(nowMs + 1_000), monoMs: 6_000 };
    const seen = observe(clock, right).clock;
    expect(timeOf(seen, right).state).toBe('doubtful');
    const found = believe(seen, right, bundle(nowMs - hourMs));
    expect(timeOf(found, right)).toMatchObject({
      atMs: nowMs + 1_000,
      state: 'drifting',
    });
  });

  it('with a bound ends any doubt, and is trusted where the bound is a minute at most', () => {
    const lost = startClock({ signedAtMs: nowMs - dayMs }, at(0));
    const token = { signedAtMs: nowMs, radiusMs: 5_000 };
    expect(timeOf(believe(lost, at(0), token), at(0))).toMatchObject({
      lowerMs: nowMs - 5_000,
      atMs: nowMs,
      upperMs: nowMs + 5_000,
      state: 'trusted',
    });
    const wide = { signedAtMs: nowMs, radiusMs: 60_001 };
    const found = timeOf(believe(lost, at(0), wide), at(0));
    expect(found.state).toBe('drifting');
  });

  it('with a bound that has passed says nothing of the time', () => {
    const memory = { signedAtMs: nowMs - dayMs, highWaterMs: nowMs };
    const clock = startClock(memory, at(nowMs));
    const token = { signedAtMs: nowMs - hourMs, radiusMs: 5_000 };
    const before = timeOf(clock, at(nowMs));
    expect(timeOf(believe(clock, at(nowMs), token), at(nowMs))).toEqual(before);
  });
});

describe("a person's word", () => {
  const lost = startClock({ signedAtMs: nowMs }, at(0));
  const said = (clock: Clock, saidMs: number): string => {
    const taken = say(clock, at(0), saidMs);
    return taken.ok ? timeOf(taken.value, at(0)).state : taken.error;
  };

  it('is taken within seven days of what has certainly passed', () => {
    expect(said(lost, nowMs)).toBe('drifting');
    expect(said(lost, nowMs + 7 * dayMs)).toBe('drifting');
    expect(said(lost, nowMs + 7 * dayMs + 1)).toBe('clock.outside');
    expect(said(lost, nowMs - 1)).toBe('clock.outside');
  });

  it('counts to the minute, and never for what the clock excludes', () => {
    const taken = say(lost, at(0), nowMs + hourMs);
    expect(taken.ok && timeOf(taken.value, at(0))).toMatchObject({
      lowerMs: nowMs + hourMs - 60_000,
      atMs: nowMs + hourMs,
      upperMs: nowMs + hourMs + 60_000,
    });
    const known = startClock({ signedAtMs: nowMs - dayMs }, at(nowMs));
    const outside = say(known, at(nowMs), nowMs + hourMs);
    expect(outside).toEqual({ ok: false, error: 'clock.outside' });
  });

  it('is not taken before anything signed was seen', () => {
    expect(said(startClock({}, at(0)), 0)).toBe('clock.outside');
  });

  it('takes nothing from a clock that is trusted', () => {
    const token = { signedAtMs: nowMs + 6_000, radiusMs: 5_000 };
    const clock = believe(lost, at(0), token);
    expect(said(clock, nowMs + 9_000)).toBe('trusted');
  });

  it('is taken exactly where the kiosk says it can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20 * dayMs, max: 20 * dayMs }),
        fc.integer({ min: -20 * dayMs, max: 20 * dayMs }),
        (wallOffMs, saidOffMs) => {
          const reading = at(nowMs + wallOffMs);
          const clock = startClock({ signedAtMs: nowMs }, reading);
          const possible = sayable(clock, reading);
          const saidMs = nowMs + saidOffMs;
          const isPossible =
            possible !== undefined &&
            saidMs >= possible.fromMs &&
            saidMs <= possible.untilMs;
          expect(say(clock, reading, saidMs).ok).toBe(isPossible);
        },
      ),
    );
    expect(sayable(startClock({}, at(nowMs)), at(nowMs))).toBeUndefined();
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
    expect(trustedTime(at(nowMs + 2_000), raised).state).toBe('drifting');
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

/** So much later within the boot that began at `nowMs`, the wall clock off by so much. */
function after(passedMs: number, apartMs = 0): HostReading {
  const wallMs = nowMs + passedMs + apartMs;
  return { wallMs, monoMs: 5_000 + passedMs, bootId: 'boot' };
}
