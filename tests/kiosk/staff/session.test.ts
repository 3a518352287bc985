import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSession } from '../../../kiosk/staff/session.ts';

const person = { id: 'a', name: 'Zhao', role: 'supervisor' } as const;
const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function session() {
  const startedMs = Date.now();
  const ends: unknown[] = [];
  const made = createSession(
    () => Date.now() - startedMs,
    (who, because) => ends.push([who.name, because]),
  );
  return { ...made, ends };
}

describe('a session', () => {
  test('ends after three minutes in which nobody did anything, and says so', () => {
    const { begin, person: who, ends } = session();
    begin(person);
    vi.advanceTimersByTime(3 * minuteMs - 1);
    expect(who()).toEqual(person);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(who()).toBeUndefined();
    expect(ends).toEqual([['Zhao', 'idle']]);
  });

  test('goes on while it is used, and ends after fifteen minutes all the same', () => {
    const { begin, used, person: who, ends } = session();
    begin(person);
    for (let minute = 1; minute < 15; minute += 1) {
      vi.advanceTimersByTime(minuteMs);
      used();
    }
    expect(who()).toEqual(person);
    vi.advanceTimersByTime(minuteMs);
    expect(who()).toBeUndefined();
    expect(ends).toEqual([['Zhao', 'total']]);
  });

  test('says what is left of both limits', () => {
    const { begin, used, view } = session();
    begin(person);
    vi.advanceTimersByTime(2 * minuteMs);
    expect(view()).toMatchObject({
      idleLeftMs: minuteMs,
      totalLeftMs: 13 * minuteMs,
    });
    used();
    expect(view()).toMatchObject({
      idleLeftMs: 3 * minuteMs,
      totalLeftMs: 13 * minuteMs,
    });
  });

  test('that was ended by hand ends once', () => {
    const { begin, end, ends } = session();
    begin(person);
    expect(end()).toEqual(person);
    expect(end()).toBeUndefined();
    vi.advanceTimersByTime(20 * minuteMs);
    expect(ends).toEqual([]);
  });
});
