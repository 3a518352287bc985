import { expect, test } from 'vitest';
import { shortWhere } from '../../../renderer/trust/short-where.ts';

test('where a bundle was refused is short: a chunk by the beginning of its name', () => {
  const name = '0123456789abcdef'.repeat(4);
  expect(shortWhere(`chunks/${name}`)).toBe('chunks/01234567…');
  expect(shortWhere('targets.json')).toBe('targets.json');
});
