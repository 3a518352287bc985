/**
 * Runs work one piece after another, for a PIN takes 128 MiB and half a second to check. Beyond
 * `most` waiting pieces it takes no more: undefined, and nothing of it was begun.
 */
export function oneAtATime(
  most: number,
): <T>(work: () => Promise<T>) => Promise<T> | undefined {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (waiting > most) return undefined;
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    // Whoever asked hears of a failure; the next one in line does not.
    last = Promise.allSettled([done]);
    return done;
  };
}
