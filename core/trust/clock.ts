import { movedTo } from './clock-anchor.ts';
import type { ClockMemory, HostReading } from './clock-reading.ts';
import {
  batteryDriftPerMs,
  driftPerMs,
  readingErrorMs,
  mostDriftMs,
} from './clock-widths.ts';

/**
 * What is known of the time within one boot. Everything in it is as of `monoMs` and moves with the
 * monotonic clock alone (docs/trust.md, "Time").
 */
export interface Clock {
  readonly bootId: string;
  readonly monoMs: number;
  /** Absent until anything signed was believed. */
  readonly signedAtMs?: number;
  /** Has certainly passed: the newest signature, and what has run since. */
  readonly floorMs: number;
  /** What a wall clock has to reach to be believed; never below the floor. */
  readonly seenMs: number;
  /** What a wall clock that is believed may be off by. */
  readonly errorMs: number;
  /** Where the time was last found; absent while the wall clock cannot be right. */
  readonly anchor?: Anchor;
  /** The reading before, to find jumps by. */
  readonly last: HostReading;
}

export interface Anchor {
  readonly earliestMs: number;
  readonly atMs: number;
  readonly latestMs: number;
  /** The wall clock, a person's word within a minute, or a signature made just now. */
  readonly by: 'wall' | 'word' | 'signature';
  /** When that was, on the monotonic clock. */
  readonly sinceMonoMs: number;
}

/** The clock of a boot that has just begun, or of a process that has. */
export function startClock(memory: ClockMemory, reading: HostReading): Clock {
  const { signedAtMs } = memory;
  const floorMs = Math.max(signedAtMs ?? 0, memory.highWaterMs ?? 0);
  return takeWall(
    {
      bootId: reading.bootId,
      monoMs: reading.monoMs,
      ...(signedAtMs !== undefined && { signedAtMs }),
      floorMs,
      seenMs: Math.max(floorMs, memory.seenMs ?? floorMs),
      errorMs: Math.max(readingErrorMs, memory.errorMs ?? 0),
      last: reading,
    },
    reading,
  );
}

/**
 * What is to outlive this boot, in whole milliseconds; nothing before anything signed was seen. The
 * next boot starts from the wall clock, so how far that is from what is known counts as its error.
 */
export function memoryOf(clock: Clock, reading: HostReading): ClockMemory {
  const { signedAtMs, floorMs, seenMs, errorMs, anchor } = movedTo(
    clock,
    reading,
  );
  if (signedAtMs === undefined) return {};
  return {
    signedAtMs,
    highWaterMs: Math.floor(floorMs),
    seenMs: Math.floor(seenMs),
    errorMs: Math.ceil(
      anchor === undefined ? errorMs : errorOf(anchor, reading.wallMs),
    ),
  };
}

/** Whatever part of the distance is drift goes on after a reboot; the rest was set, and may be set back. */
function errorOf({ atMs, latestMs }: Anchor, wallMs: number): number {
  const apartMs = Number.isSafeInteger(wallMs) ? Math.abs(wallMs - atMs) : 0;
  return latestMs - atMs + Math.min(apartMs, mostDriftMs);
}

/**
 * Believes the wall clock where nothing better is known and nothing contradicts it: as exactly as it
 * was known before, and as a clock on its battery runs meanwhile. The unknown time that the host was
 * off is at most what the wall clock says it was.
 */
export function takeWall(clock: Clock, { wallMs }: HostReading): Clock {
  const { anchor, signedAtMs, seenMs, floorMs } = clock;
  if (anchor !== undefined || signedAtMs === undefined) return clock;
  if (!Number.isSafeInteger(wallMs) || wallMs < seenMs - clock.errorMs)
    return clock;
  const atMs = Math.max(floorMs, wallMs);
  const offMs = Math.max(0, wallMs - seenMs);
  const errorMs = clock.errorMs + Math.ceil(offMs * batteryDriftPerMs);
  return {
    ...clock,
    anchor: {
      earliestMs: Math.max(floorMs, atMs - errorMs),
      atMs,
      latestMs: atMs + errorMs,
      by: 'wall',
      sinceMonoMs: clock.monoMs,
    },
  };
}

/**
 * The memory after time has passed between two readings. The mark follows the monotonic clock from
 * the newest signed time on, never the wall: a wall clock that was once wrong cannot raise it. What
 * passes while the host is off is not counted. Each call rounds down by up to a millisecond, so ask
 * for seconds at a time.
 */
export function raiseHighWater(
  memory: ClockMemory,
  from: HostReading,
  to: HostReading,
): ClockMemory {
  const { signedAtMs } = memory;
  if (signedAtMs === undefined) return memory;
  const markMs = Math.max(signedAtMs, memory.highWaterMs ?? signedAtMs);
  const passedMs = from.bootId === to.bootId ? to.monoMs - from.monoMs : 0;
  if (!(passedMs > 0)) return { ...memory, highWaterMs: markMs };
  const highWaterMs = markMs + Math.floor(passedMs * (1 - driftPerMs));
  return { ...memory, highWaterMs };
}
