import { describe, expect, test } from 'vitest';
import { timeAt } from '../../../renderer/gate/time-at.ts';

describe('when something was seen', () => {
  test('is said in the time of the checkpoint, in 24 hours', () => {
    const atMs = Date.UTC(2026, 10, 22, 6, 3);
    expect(timeAt(atMs, 'Asia/Shanghai')).toBe('14:03');
    expect(timeAt(atMs, 'Asia/Urumqi')).toBe('12:03');
    expect(timeAt(Date.UTC(2026, 10, 21, 16), 'Asia/Shanghai')).toBe('00:00');
  });
});
