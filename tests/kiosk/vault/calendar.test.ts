import { describe, expect, test } from 'vitest';
import { createCalendar } from '#kiosk/vault';

describe('a calendar', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-30T15:59:59.999Z', '2026-11-30'],
    ['Asia/Shanghai', '2026-11-30T16:00:00.000Z', '2026-12-01'],
    ['Asia/Urumqi', '2026-11-30T17:59:59.999Z', '2026-11-30'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['America/New_York', '2027-01-01T04:59:59.000Z', '2026-12-31'],
  ])('in %s at %s says %s', (timeZone, at, day) => {
    const { dayOf, monthOf } = createCalendar(timeZone);
    expect(dayOf(Date.parse(at))).toBe(day);
    expect(monthOf(Date.parse(at))).toBe(day.slice(0, 7));
  });

  test('knows no time zone of another name', () => {
    expect(() => createCalendar('Asia/Nowhere')).toThrow(RangeError);
  });
});
