import {
  raiseHighWater,
  trustedTime,
  type ClockMemory,
  type HostClock,
  type HostReading,
  type TrustedTime,
} from '#core/trust';

export interface Timekeeper {
  /** The one instant of whatever happens now. */
  now(): TrustedTime;
}

/**
 * Joins the host's clocks with what is remembered: the mark rises with every reading here, and in
 * the store with every entry. `signedAtMs` is the newest instant anything believed was signed.
 */
export function createTimekeeper(
  clock: HostClock,
  remembered: ClockMemory,
  signedAtMs: () => number | undefined,
): Timekeeper {
  let memory = remembered;
  let last = clock.read();
  return {
    now: () => {
      const reading = clock.read();
      const signedMs = signedAtMs();
      if (signedMs !== undefined)
        memory = {
          ...memory,
          signedAtMs: Math.max(signedMs, memory.signedAtMs ?? signedMs),
        };
      if (isDue(last, reading)) {
        memory = raiseHighWater(memory, last, reading);
        last = reading;
      }
      return trustedTime(reading, memory);
    },
  };
}

/** Each raise is rounded down by up to a millisecond: often enough, and the mark would stand still. */
const raisedEveryMs = 1_000;

function isDue(last: HostReading, reading: HostReading): boolean {
  return (
    last.bootId !== reading.bootId ||
    reading.monoMs - last.monoMs >= raisedEveryMs
  );
}
