import { err, ok, type Result } from '#core/result';
import { movedTo } from './clock-anchor.ts';
import { takeWall, type Anchor, type Clock } from './clock.ts';
import type { HostReading } from './clock-reading.ts';
import { timeOf } from './clock-time.ts';
import {
  knownForMs,
  readingErrorMs,
  saidErrorMs,
  saidWithinMs,
  vouchedWithinMs,
} from './clock-widths.ts';

/** An instant that someone signed whom the kiosk believes. */
export interface SignedInstant {
  readonly signedAtMs: number;
  /**
   * How far from it the truth can be by now; finite only where the signature covers a nonce of ours.
   * Infinity for what may have been under way for long, as a bundle or whatever can be shown twice:
   * then it says what has certainly passed.
   */
  readonly radiusMs: number;
}

/**
 * Believes a signed instant, whichever way it came. One later than all before raises the high-water
 * mark; what the kiosk took for the time below it, or more than 30 days past it, was wrong and is
 * given up. One made within the last minute, as far as anything says, vouches for the time itself:
 * from then on the wall clock no longer matters.
 */
export function believe(
  before: Clock,
  reading: HostReading,
  { signedAtMs, radiusMs }: SignedInstant,
): Clock {
  const clock = movedTo(before, reading);
  const isBounded = Number.isFinite(radiusMs);
  const passedMs = isBounded ? signedAtMs - radiusMs : signedAtMs;
  if (passedMs <= (clock.signedAtMs ?? -1)) return clock;
  const kept = withoutWrong(raisedTo(clock, passedMs));
  if (isBounded) return bounded(kept, signedAtMs, signedAtMs + radiusMs);
  return vouched(takeWall(kept, reading), passedMs);
}

/**
 * Takes a person's word for the time, to the minute: only for an instant that the kiosk holds for
 * possible and at most 7 days past what it holds for certain.
 */
export function say(
  before: Clock,
  reading: HostReading,
  saidMs: number,
): Result<Clock, 'clock.outside'> {
  const clock = movedTo(before, reading);
  const possible = sayable(clock, reading);
  if (
    possible === undefined ||
    saidMs < possible.fromMs ||
    saidMs > possible.untilMs
  )
    return err('clock.outside');
  const { lowerMs, upperMs, state } = timeOf(clock, reading);
  // A word adds nothing to a signature.
  if (state === 'trusted') return ok(clock);
  const anchor: Anchor = {
    earliestMs: Math.max(lowerMs, saidMs - saidErrorMs),
    atMs: saidMs,
    latestMs: Math.min(upperMs, saidMs + saidErrorMs),
    by: 'word',
    sinceMonoMs: clock.monoMs,
  };
  return ok({ ...clock, anchor, seenMs: anchor.earliestMs });
}

/** What a person's word may name, both ends included; undefined before anything signed was seen. */
export function sayable(
  before: Clock,
  reading: HostReading,
): SayableTime | undefined {
  const clock = movedTo(before, reading);
  if (clock.signedAtMs === undefined) return undefined;
  const { lowerMs, upperMs } = timeOf(clock, reading);
  return {
    fromMs: lowerMs,
    untilMs: Math.min(upperMs, lowerMs + saidWithinMs),
  };
}

/** UTC milliseconds. */
export interface SayableTime {
  readonly fromMs: number;
  readonly untilMs: number;
}

type SignedClock = Clock & { readonly signedAtMs: number };

function raisedTo(clock: Clock, passedMs: number): SignedClock {
  const floorMs = Math.max(clock.floorMs, passedMs);
  const seenMs = Math.max(clock.seenMs, floorMs);
  return { ...clock, signedAtMs: passedMs, floorMs, seenMs };
}

/** The clock without a time that this signature shows to be wrong; else no earlier than the floor. */
function withoutWrong(clock: SignedClock): Clock {
  const { anchor, ...others } = clock;
  if (anchor === undefined) return clock;
  const { floorMs, signedAtMs } = clock;
  const { earliestMs, atMs, latestMs, by } = anchor;
  if (latestMs < floorMs) return others;
  // Nobody brings for the first time what was signed a month ago.
  if (by === 'wall' && atMs - signedAtMs > knownForMs)
    return { ...others, seenMs: floorMs };
  const lowerMs = Math.max(floorMs, earliestMs);
  return {
    ...clock,
    anchor: { ...anchor, earliestMs: lowerMs, atMs: Math.max(floorMs, atMs) },
  };
}

/** The time is at most so far from the signature; one that ends before the floor says nothing new. */
function bounded(clock: Clock, atMs: number, latestMs: number): Clock {
  const { floorMs, monoMs } = clock;
  if (latestMs < floorMs) return clock;
  const isVouched = latestMs - floorMs <= 2 * vouchedWithinMs;
  const anchor: Anchor = {
    earliestMs: floorMs,
    atMs: Math.max(floorMs, atMs),
    latestMs,
    by: isVouched ? 'signature' : 'word',
    sinceMonoMs: monoMs,
  };
  return { ...clock, anchor, seenMs: floorMs };
}

/** Where it cannot be more than a minute past a new signature, that is the time. */
function vouched(clock: Clock, signedAtMs: number): Clock {
  const { anchor, floorMs, monoMs } = clock;
  if (anchor === undefined) return clock;
  if (anchor.latestMs - signedAtMs > vouchedWithinMs + readingErrorMs)
    return clock;
  const earliestMs = floorMs;
  return {
    ...clock,
    anchor: { ...anchor, earliestMs, by: 'signature', sinceMonoMs: monoMs },
  };
}
