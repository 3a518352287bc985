import { expect, test } from 'vitest';
import { sizeOf } from '../../../renderer/jobs/size.ts';

test.each([
  [0, '0.0 kB'],
  [4_096, '4.1 kB'],
  [999_000, '999 kB'],
  [1_500_000_000, '1.5 GB'],
  [64_000_000_000, '64 GB'],
  [5e15, '5000 TB'],
])('%d bytes read %s', (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});
