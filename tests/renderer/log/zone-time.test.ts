import { describe, expect, test } from 'vitest';
import { createZoneTime } from '../../../renderer/log/zone-time.ts';

const shanghai = createZoneTime('Asia/Shanghai');
const berlin = createZoneTime('Europe/Berlin');
const noonUtc = Date.UTC(2026, 10, 22, 12, 0, 5);

describe('the time of a zone', () => {
  test('is that of the checkpoint and not of the screen', () => {
    expect(shanghai.day(noonUtc)).toBe('11-22');
    expect(shanghai.time(noonUtc)).toBe('20:00:05');
    expect(shanghai.field(noonUtc)).toBe('2026-11-22T20:00');
  });

  test('reads a field as it writes it', () => {
    const minute = noonUtc - 5_000;
    expect(shanghai.instant(shanghai.field(minute))).toBe(minute);
    expect(berlin.instant(berlin.field(minute))).toBe(minute);
    expect(shanghai.instant('')).toBeUndefined();
    expect(shanghai.instant('2026-13-40T00:00')).toBeUndefined();
  });

  test.each([
    ['on a plain day', Date.UTC(2026, 6, 1, 3), Date.UTC(2026, 5, 30, 22)],
    [
      'on the day of a shift',
      Date.UTC(2026, 9, 25, 20),
      Date.UTC(2026, 9, 24, 22),
    ],
    [
      'on the day after it',
      Date.UTC(2026, 9, 26, 20),
      Date.UTC(2026, 9, 25, 23),
    ],
  ])('knows when a day began %s', (_when, atMs, began) => {
    expect(berlin.startOfDay(atMs)).toBe(began);
  });

  test('says that it cannot tell what no calendar reaches', () => {
    expect(shanghai.day(9e15)).toBe('??-??');
  });
});
