/** Times of one thing done many times, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** Runs `work` on each item after a warm-up, timing every run by itself. */
export function timed<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): Times {
  const warmUp = Math.min(50, Math.floor(items.length / 10));
  for (const item of items.slice(0, warmUp)) work(item);
  return summary(
    items.slice(warmUp).map((item) => {
      const startedMs = performance.now();
      work(item);
      return performance.now() - startedMs;
    }),
  );
}

export function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
    Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** One line of the report: a figure, what it is held against in this run, and what we aim for. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MiB' | 'KiB';
  readonly limit?: {
    readonly what: string;
    readonly value: number;
    readonly aim?: number;
  };
}

/** The rows as they are printed. */
export function tableOf(
  rows: readonly Row[],
): readonly Readonly<Record<string, string | undefined>>[] {
  return rows.map(({ what, value, unit, limit }) => ({
    what,
    measured: `${rounded(value)} ${unit}`,
    against: limit && `${limit.what}: ${rounded(limit.value)} ${unit}`,
    ratio: limit && `${rounded(value / limit.value)}×`,
    aim: limit?.aim === undefined ? undefined : `≤ ${String(limit.aim)}×`,
  }));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
