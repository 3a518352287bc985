import { movedTo } from './clock-anchor.ts';
import { startClock, takeWall, type Anchor, type Clock } from './clock.ts';
import type { ClockMemory, HostReading } from './clock-reading.ts';
import {
  endOfTimeMs,
  knownForMs,
  readingErrorMs,
  trustedForMs,
} from './clock-widths.ts';
import type { TimeState, TrustedTime } from './time.ts';

/** The interval the truth lies in at this reading, and how far it is believed (docs/trust.md, "Time"). */
export function timeOf(clock: Clock, reading: HostReading): TrustedTime {
  const now = movedTo(clock, reading);
  const { lowerMs, atMs, upperMs, state } = found(now, reading.wallMs);
  return {
    lowerMs: Math.floor(lowerMs),
    atMs: Math.round(atMs),
    upperMs: Math.ceil(upperMs),
    state,
    monoMs: Math.floor(now.monoMs),
    bootId: now.bootId,
  };
}

/** What a kiosk says that has only just begun. */
export function trustedTime(
  reading: HostReading,
  memory: ClockMemory,
): TrustedTime {
  return timeOf(startClock(memory, reading), reading);
}

/**
 * Takes notice of a reading: finds by how much the wall clock has left the monotonic one since the
 * reading before, where that is a jump, and believes a wall clock that can be right again.
 */
export function observe(
  clock: Clock,
  reading: HostReading,
): { readonly clock: Clock; readonly jumpedByMs?: number } {
  const { last } = clock;
  const byMs = reading.wallMs - last.wallMs - (reading.monoMs - last.monoMs);
  const taken = takeWall(movedTo(clock, reading), reading);
  const { state, lowerMs } = found(taken, reading.wallMs);
  const isKnown = state === 'trusted' || state === 'drifting';
  const next: Clock = {
    ...taken,
    ...(isKnown && { seenMs: lowerMs }),
    last: reading,
  };
  return Math.abs(byMs) > readingErrorMs
    ? { clock: next, jumpedByMs: Math.round(byMs) }
    : { clock: next };
}

type Interval = Pick<TrustedTime, 'lowerMs' | 'atMs' | 'upperMs'>;

function found(
  { signedAtMs, floorMs, anchor, monoMs }: Clock,
  wallMs: number,
): Interval & { readonly state: TimeState } {
  if (signedAtMs === undefined) return unsigned(wallMs);
  if (anchor === undefined) {
    const open = { lowerMs: floorMs, atMs: floorMs, upperMs: endOfTimeMs };
    return { ...open, state: 'doubtful' };
  }
  const { earliestMs: lowerMs, atMs, latestMs: upperMs } = anchor;
  if (isContradicted(anchor, wallMs)) {
    const both = {
      lowerMs: Math.max(floorMs, Math.min(lowerMs, wallMs - readingErrorMs)),
      atMs,
      upperMs: Math.max(upperMs, wallMs + readingErrorMs),
    };
    return { ...both, state: 'doubtful' };
  }
  if (atMs - signedAtMs > knownForMs)
    return { lowerMs: floorMs, atMs, upperMs, state: 'unknown' };
  const isTrusted =
    anchor.by === 'signature' && monoMs - anchor.sinceMonoMs <= trustedForMs;
  const state = isTrusted ? 'trusted' : 'drifting';
  return { lowerMs, atMs, upperMs, state };
}

/** Nothing signed was ever seen: the wall clock bounds the truth from above, and nothing below. */
function unsigned(wallMs: number): Interval & { readonly state: TimeState } {
  return Number.isSafeInteger(wallMs)
    ? {
        lowerMs: 0,
        atMs: wallMs,
        upperMs: wallMs + readingErrorMs,
        state: 'unknown',
      }
    : { lowerMs: 0, atMs: 0, upperMs: endOfTimeMs, state: 'unknown' };
}

/** What rests on the wall clock alone does not outlast its jumps; what somebody vouched for does. */
function isContradicted(
  { by, atMs, latestMs }: Anchor,
  wallMs: number,
): boolean {
  return by === 'wall' && Math.abs(wallMs - atMs) > 2 * (latestMs - atMs);
}
