/** How much of a countdown is left, 0 to 1. */
export function shareOf(leftMs: number, wholeMs: number): number {
  return wholeMs <= 0 ? 0 : Math.min(1, Math.max(0, leftMs / wholeMs));
}
