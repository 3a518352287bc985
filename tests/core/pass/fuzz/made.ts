import fc from 'fast-check';

/** A code that the fuzzer made up, or a part of one. */
export interface Made<T> {
  readonly value: T;
  /** Whether every rule was kept on the way: only then may the whole be believed. */
  readonly isSound: boolean;
}

/** Mostly what is right; once in so many times something that is not. */
export function slip<T>(
  right: fc.Arbitrary<Made<T>>,
  wrong: fc.Arbitrary<T>,
  rarity: number,
): fc.Arbitrary<Made<T>> {
  const spoiled = wrong.map((value) => ({ value, isSound: false }));
  return fc.oneof(
    { weight: rarity, arbitrary: right },
    { weight: 1, arbitrary: spoiled },
  );
}

export function sound<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Made<T>> {
  return arbitrary.map((value) => ({ value, isSound: true }));
}
