import type { TrustedTime } from './time.ts';

/** What the host's clocks say at one instant. */
export interface HostReading {
  /** UTC milliseconds of the wall clock, which anyone may set. */
  readonly wallMs: number;
  /** Milliseconds since this boot, never adjusted. */
  readonly monoMs: number;
  readonly bootId: string;
}

export interface HostClock {
  read(): HostReading;
}

/** What outlives a restart; both absent on the first day. UTC milliseconds. */
export interface ClockMemory {
  /** The newest instant at which anything believed was signed. */
  readonly signedAtMs?: number;
  /** An instant that has certainly passed; only ever grows. */
  readonly highWaterMs?: number;
}

/** The last instant a calendar can name; stands for "no upper bound". */
const endOfTimeMs = 8_640_000_000_000_000;

const readingErrorMs = 2_000;
const trustedForMs = 24 * 3_600_000;
const driftingForMs = 30 * 24 * 3_600_000;
/** The worst a free-running clock is assumed to gain or lose. */
const driftPerMs = 200e-6;

/**
 * The interval the truth lies in, and how far it is believed (docs/trust.md, "Time").
 *
 * Never below what was signed or has passed: a wall clock set back behind either widens the
 * interval upwards without end, so that no date can be found in force.
 */
export function trustedTime(
  reading: HostReading,
  memory: ClockMemory,
): TrustedTime {
  const { wallMs, bootId } = reading;
  const monoMs = Math.floor(reading.monoMs);
  const { signedAtMs } = memory;
  if (signedAtMs === undefined || !Number.isSafeInteger(wallMs)) {
    return { ...unbelieved(wallMs), state: 'unknown', monoMs, bootId };
  }

  const floorMs = Math.max(signedAtMs, memory.highWaterMs ?? signedAtMs);
  if (wallMs < floorMs - readingErrorMs) {
    const interval = { lowerMs: floorMs, atMs: floorMs, upperMs: endOfTimeMs };
    return { ...interval, state: 'doubtful', monoMs, bootId };
  }

  const atMs = Math.max(floorMs, wallMs);
  const ageMs = atMs - signedAtMs;
  if (ageMs > driftingForMs) {
    const upperMs = atMs + readingErrorMs;
    const interval = { lowerMs: floorMs, atMs, upperMs };
    return { ...interval, state: 'unknown', monoMs, bootId };
  }
  const isRecent = ageMs <= trustedForMs;
  const driftMs = isRecent ? 0 : Math.ceil(ageMs * driftPerMs);
  const errorMs = readingErrorMs + driftMs;
  return {
    lowerMs: Math.max(floorMs, atMs - errorMs),
    atMs,
    upperMs: atMs + errorMs,
    state: isRecent ? 'trusted' : 'drifting',
    monoMs,
    bootId,
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

/** Nothing signed was ever seen: the wall clock bounds the truth from above, and nothing below. */
function unbelieved(
  wallMs: number,
): Pick<TrustedTime, 'lowerMs' | 'atMs' | 'upperMs'> {
  if (!Number.isSafeInteger(wallMs)) {
    return { lowerMs: 0, atMs: 0, upperMs: endOfTimeMs };
  }
  return { lowerMs: 0, atMs: wallMs, upperMs: wallMs + readingErrorMs };
}
