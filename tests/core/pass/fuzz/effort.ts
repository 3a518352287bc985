import type { Effort } from './fuzz.ts';

const codes = numberFrom('POSTERN_FUZZ_CODES');
const seconds = numberFrom('POSTERN_FUZZ_SECONDS');

/**
 * POSTERN_FUZZ_CODES and POSTERN_FUZZ_SECONDS say how long to go on, POSTERN_FUZZ_SEED where to start:
 * the same seed makes the same codes. A run that was told how long starts elsewhere each time.
 */
export const effort: Effort = {
  codes: codes ?? 200_000,
  ...(seconds !== undefined && { seconds }),
  seed: numberFrom('POSTERN_FUZZ_SEED') ?? defaultSeed(),
};

function defaultSeed(): number {
  const isTold = codes !== undefined || seconds !== undefined;
  return isTold ? Date.now() | 0 : 51;
}

function numberFrom(name: string): number | undefined {
  const written = process.env[name];
  if (written === undefined) return undefined;
  const value = Number(written);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} is no number`);
  return value;
}
