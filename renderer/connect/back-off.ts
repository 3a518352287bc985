const firstMs = 250;
const longestMs = 5000;

/** How long to wait before the next attempt; `chance` is 0 to 1 and spreads clients apart. */
export function backOffMs(attempt: number, chance: number): number {
  const wholeMs = Math.min(longestMs, firstMs * 2 ** attempt);
  return Math.round((wholeMs * (1 + chance)) / 2);
}
