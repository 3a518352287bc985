import type { Anchor, Clock } from './clock.ts';
import type { HostReading } from './clock-reading.ts';
import { driftPerMs } from './clock-widths.ts';

/**
 * The clock as of a later reading of the same boot, wider by what a free-running clock may be off. In
 * fractions of a millisecond, so that it may be asked as often as one likes.
 */
export function movedTo(clock: Clock, { monoMs }: HostReading): Clock {
  const passedMs = monoMs - clock.monoMs;
  if (!(passedMs > 0)) return clock;
  const atLeastMs = passedMs * (1 - driftPerMs);
  const { anchor, signedAtMs, seenMs, errorMs } = clock;
  // Nothing has certainly passed before anything signed was seen.
  const floorMs =
    signedAtMs === undefined ? clock.floorMs : clock.floorMs + atLeastMs;
  return {
    ...clock,
    monoMs,
    floorMs,
    seenMs: seenMs + atLeastMs,
    errorMs: errorMs + passedMs * driftPerMs,
    ...(anchor !== undefined && { anchor: moved(anchor, passedMs, floorMs) }),
  };
}

function moved(anchor: Anchor, passedMs: number, floorMs: number): Anchor {
  const { earliestMs, atMs, latestMs } = anchor;
  const lowerMs = earliestMs + passedMs * (1 - driftPerMs);
  return {
    ...anchor,
    earliestMs: Math.max(floorMs, lowerMs),
    atMs: Math.max(floorMs, atMs + passedMs),
    latestMs: latestMs + passedMs * (1 + driftPerMs),
  };
}
