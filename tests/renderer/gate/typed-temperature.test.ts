import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  afterDigit,
  centiOf,
  shownDigits,
} from '../../../renderer/gate/typed-temperature.ts';
import { degrees } from '../../../renderer/gate/degrees.ts';

describe('a temperature on the pad', () => {
  test('fills in from the left and leaves the rest open', () => {
    expect(['', '3', '36', '365'].map(shownDigits)).toEqual([
      '––.–',
      '3–.–',
      '36.–',
      '36.5',
    ]);
  });

  test('is a value only when it is whole', () => {
    expect([centiOf(''), centiOf('36'), centiOf('365')]).toEqual([
      undefined,
      undefined,
      3650,
    ]);
  });

  test('ignores a fourth digit', () => {
    expect(afterDigit('365', '9')).toBe('365');
  });

  test('says on the screen what it sends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (deci) => {
        const digits = String(deci).padStart(3, '0');
        expect(centiOf(digits)).toBe(deci * 10);
        expect(Number(shownDigits(digits))).toBe(Number(degrees(deci)));
      }),
    );
  });
});
