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
  const [times] = timedInTurn(items, work);
  if (times === undefined) throw new Error('nothing was timed');
  return times;
}

/** The same for several works, one after the other on each item: a machine's moods strike them alike. */
export function timedInTurn<Item>(
  items: readonly Item[],
  ...works: readonly ((item: Item) => void)[]
): readonly Times[] {
  const warmUp = Math.min(50, Math.floor(items.length / 10));
  const times = works.map((): number[] => []);
  for (const [at, item] of items.entries()) {
    for (const [which, work] of works.entries()) {
      const startedMs = performance.now();
      work(item);
      if (at >= warmUp) times[which]?.push(performance.now() - startedMs);
    }
  }
  return times.map(summary);
}

/** Of times in milliseconds, in any order. */
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
  readonly unit: 'ns' | 'ms' | 'MiB' | 'KiB';
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
