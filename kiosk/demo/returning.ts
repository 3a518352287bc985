import type { DemoPerson } from '#fixtures/demo';

/** Whoever comes again with the very code they showed before. */
export interface Returning {
  /** They have just shown this; of those who return, one is awaited at a time. */
  shown(person: DemoPerson, text: string): void;
  /** Who is back now, once; undefined while nobody is, or where it has become too late. */
  due(): { readonly person: DemoPerson; readonly text: string } | undefined;
}

/** A live code is stale after 90 seconds: one that is to be a replay comes before. */
const lateAfterMs = 80_000;

/** `nowMs` is UTC. */
export function createReturning(nowMs: () => number): Returning {
  let away:
    | { person: DemoPerson; text: string; shownAtMs: number; afterMs: number }
    | undefined;
  const isAwaited = (): boolean =>
    away !== undefined && nowMs() - away.shownAtMs <= lateAfterMs;
  return {
    shown: (person, text) => {
      if (person.returns === undefined || isAwaited()) return;
      const { afterMs } = person.returns;
      away = { person, text, shownAtMs: nowMs(), afterMs };
    },
    due: () => {
      if (away === undefined) return undefined;
      const { person, text, shownAtMs, afterMs } = away;
      const goneMs = nowMs() - shownAtMs;
      if (goneMs < afterMs) return undefined;
      away = undefined;
      return goneMs <= lateAfterMs ? { person, text } : undefined;
    },
  };
}
