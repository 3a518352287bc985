import { describe, expect, it } from 'vitest';
import { counted } from '../../counted.ts';
import { effort } from './fuzz/effort.ts';
import { fuzz } from './fuzz/fuzz.ts';

describe('checkPass, checkPlaceCode and checkFreshnessToken', () => {
  it(
    'believe no code that nobody issued, and never throw, whatever the code',
    () => {
      const { codes, reachedSignature, believed, wronglyBelieved } =
        fuzz(effort);
      const n = (count: number): string => count.toLocaleString('en');
      counted(
        'fuzz',
        codes,
        `codes, ${n(reachedSignature)} reached the signature check, ${n(wronglyBelieved.length)} admitted that were not issued (${n(believed)} were; seed ${effort.seed})`,
      );
      expect(wronglyBelieved).toEqual([]);
      // A fuzzer that never gets through asks nothing.
      expect(believed).toBeGreaterThan(codes / 100);
      expect(reachedSignature).toBeGreaterThan(codes / 4);
    },
    Number.POSITIVE_INFINITY,
  );
});
