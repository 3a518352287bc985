import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../renderer/verdict/share-of.ts';

describe('a countdown', () => {
  test('stands at the share that is left', () => {
    expect(shareOf(1600, 1600)).toBe(1);
    expect(shareOf(400, 1600)).toBe(0.25);
    expect(shareOf(0, 1600)).toBe(0);
  });

  test('never stands outside its bar', () => {
    expect(shareOf(9000, 1600)).toBe(1);
    expect(shareOf(-5, 1600)).toBe(0);
    expect(shareOf(5, 0)).toBe(0);
  });
});
