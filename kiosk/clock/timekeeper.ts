import {
  raiseHighWater,
  trustedTime,
  type ClockMemory,
  type HostClock,
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
      memory = raiseHighWater(memory, last, reading);
      last = reading;
      return trustedTime(reading, memory);
    },
  };
}
