import { describe, expect, test } from 'vitest';
import type { HostReading } from '#core/trust';
import { createTimekeeper, systemClock } from '#kiosk/clock';

const noonMs = Date.UTC(2026, 10, 22, 4);

describe('the timekeeper', () => {
  test('trusts the clock from a bundle on that was signed just now', () => {
    const time = createTimekeeper(
      clockOf(reading(0)),
      {},
      () => noonMs - 30_000,
    );
    expect(time.now()).toMatchObject({ state: 'trusted', atMs: noonMs });
  });

  test('knows nothing before anything signed was seen', () => {
    const time = createTimekeeper(clockOf(reading(0)), {}, () => undefined);
    expect(time.now().state).toBe('unknown');
  });

  test('notices a wall clock set back while it runs, once', () => {
    const readings = [
      reading(0),
      reading(0),
      { ...reading(60_000), wallMs: noonMs - 86_400_000 },
    ];
    const time = createTimekeeper(
      clockOf(...readings),
      { signedAtMs: noonMs - 172_800_000 },
      () => undefined,
    );
    expect(time.now().state).toBe('drifting');
    const later = time.now();
    expect(later.state).toBe('doubtful');
    expect(later.upperMs).toBeGreaterThan(noonMs + 60_000);
    expect(time.jumps()).toEqual([{ at: later, byMs: -86_460_000 }]);
    time.now();
    expect(time.jumps()).toHaveLength(1);
    time.recorded(1);
    expect(time.jumps()).toEqual([]);
  });

  test('keeps no more jumps than a log can use', () => {
    let wallMs = noonMs;
    const host = {
      read: () => ({ ...reading(0), wallMs: (wallMs += 10_000) }),
    };
    const time = createTimekeeper(host, {}, () => undefined);
    for (let read = 0; read < 100; read += 1) time.now();
    expect(time.jumps()).toHaveLength(32);
  });

  test('takes a word only when it is told to', () => {
    const dead = { ...reading(0), wallMs: 0 };
    const memory = { signedAtMs: noonMs };
    const time = createTimekeeper(clockOf(dead), memory, () => undefined);
    const said = time.say(noonMs + 3_600_000);
    expect(time.now().state).toBe('doubtful');
    if (!said.ok) throw new Error(said.error);
    expect(said.value.byMs).toBe(3_600_000);
    said.value.take();
    expect(time.now()).toMatchObject({
      atMs: noonMs + 3_600_000,
      state: 'drifting',
    });
    expect(time.memory().seenMs).toBe(noonMs + 3_540_000);
    expect(time.say(noonMs - 1)).toEqual({ ok: false, error: 'clock.outside' });
  });

  test('believes what anyone signed, not a bundle alone', () => {
    const dead = { ...reading(0), wallMs: 0 };
    const memory = { signedAtMs: noonMs };
    const time = createTimekeeper(clockOf(dead), memory, () => undefined);
    time.believe({ signedAtMs: noonMs + 60_000, radiusMs: 5_000 });
    expect(time.now().state).toBe('trusted');
  });

  test('never forgets what was signed, also when the bundle is gone', () => {
    let signedAtMs: number | undefined = noonMs + 7_200_000;
    const time = createTimekeeper(clockOf(reading(0)), {}, () => signedAtMs);
    expect(time.now().state).toBe('doubtful');
    signedAtMs = undefined;
    expect(time.now().state).toBe('doubtful');
  });
});

describe('the system clock', () => {
  test('counts monotonic milliseconds of a named boot', () => {
    const clock = systemClock();
    const first = clock.read();
    const second = clock.read();
    expect(second.monoMs).toBeGreaterThanOrEqual(first.monoMs);
    expect(second.bootId).toBe(first.bootId);
    expect(first.bootId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

function reading(afterMs: number): HostReading {
  return {
    wallMs: noonMs + afterMs,
    monoMs: 1_000_000 + afterMs,
    bootId: 'boot-1',
  };
}

/** Gives each reading in turn, the last one for ever. */
function clockOf(...readings: readonly HostReading[]): { read(): HostReading } {
  let next = 0;
  return {
    read: () => {
      const read = readings[Math.min(next, readings.length - 1)];
      next += 1;
      if (read === undefined) throw new Error('a clock has a reading');
      return read;
    },
  };
}
