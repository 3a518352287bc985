import { describe, expect, test } from 'vitest';
import { firstChoice, toFilter } from '../../../renderer/log/filter-choice.ts';
import { createZoneTime } from '../../../renderer/log/zone-time.ts';

const zone = createZoneTime('Asia/Shanghai');
const nowMs = Date.UTC(2026, 10, 22, 4, 30);
const midnightMs = Date.UTC(2026, 10, 21, 16);

describe('what the fields above the log mean', () => {
  test('is today’s scans at first', () => {
    expect(toFilter(firstChoice, nowMs, zone)).toEqual({
      fromMs: midnightMs,
      kind: 'scan',
    });
  });

  test('is an hour back, seven days with this one, or everything', () => {
    const any = { ...firstChoice, kind: '' } as const;
    expect(toFilter({ ...any, when: 'this-hour' }, nowMs, zone)).toEqual({
      fromMs: nowMs - 3_600_000,
    });
    expect(toFilter({ ...any, when: 'seven-days' }, nowMs, zone)).toEqual({
      fromMs: midnightMs - 6 * 86_400_000,
    });
    expect(toFilter({ ...any, when: 'any-time' }, nowMs, zone)).toEqual({});
  });

  test('is an interval of one’s own, open where a field is empty', () => {
    const custom = {
      ...firstChoice,
      when: 'custom',
      kind: '',
      from: '2026-11-22T00:00',
    } as const;
    expect(toFilter(custom, nowMs, zone)).toEqual({ fromMs: midnightMs });
    expect(
      toFilter({ ...custom, until: '2026-11-22T12:30' }, nowMs, zone),
    ).toEqual({ fromMs: midnightMs, untilMs: nowMs });
  });

  test('narrows by everything that is chosen', () => {
    expect(
      toFilter(
        {
          ...firstChoice,
          when: 'any-time',
          outcome: 'hold',
          reason: 'fever',
          issuer: 'XJ',
        },
        nowMs,
        zone,
      ),
    ).toEqual({ kind: 'scan', outcome: 'hold', reason: 'fever', issuer: 'XJ' });
  });
});
