import { describe, expect, test } from 'vitest';
import type { HostReading } from '#core/trust';
import { createTimekeeper, systemClock } from '#kiosk/clock';

const noonMs = Date.UTC(2026, 10, 22, 4);

describe('the timekeeper', () => {
  test('trusts the clock while a bundle signed lately vouches for it', () => {
    const time = createTimekeeper(
      clockOf(reading(0)),
      {},
      () => noonMs - 3_600_000,
    );
    expect(time.now()).toMatchObject({ state: 'trusted', atMs: noonMs });
  });

  test('knows nothing before anything signed was seen', () => {
    const time = createTimekeeper(clockOf(reading(0)), {}, () => undefined);
    expect(time.now().state).toBe('unknown');
  });

  test('notices a wall clock set back while it runs', () => {
    const readings = [
      reading(0),
      reading(0),
      { ...reading(60_000), wallMs: noonMs - 86_400_000 },
    ];
    const time = createTimekeeper(
      clockOf(...readings),
      {},
      () => noonMs - 1_000,
    );
    expect(time.now().state).toBe('trusted');
    const later = time.now();
    expect(later.state).toBe('doubtful');
    expect(later.lowerMs).toBeGreaterThan(noonMs);
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
