import { describe, expect, test } from 'vitest';
import { degrees, readingsLine } from '../../../renderer/gate/degrees.ts';

describe('a temperature', () => {
  test('is read with one decimal', () => {
    expect([364, 370, 95].map(degrees)).toEqual(['36.4', '37.0', '9.5']);
  });

  test.each([
    [[], ''],
    [[365], '36.5'],
    [[376, 365], '37.6 → 36.5'],
    [[331, 332, 333, 365], '… 33.3 → 36.5'],
  ])(
    'of several measurements shows the one that counts and the one before: %j',
    (deci, line) => {
      expect(readingsLine(deci)).toBe(line);
    },
  );
});
