import {
  believe,
  memoryOf,
  observe,
  say,
  sayable,
  startClock,
  timeOf,
  type ClockMemory,
  type HostClock,
  type HostReading,
  type SayableTime,
  type SignedInstant,
  type TrustedTime,
} from '#core/trust';
import { ok, type Result } from '#core/result';

export interface Timekeeper {
  /** The one instant of whatever happens now. */
  now(): TrustedTime;
  /** Believes an instant that someone signed; a bundle's is found without it. */
  believe(instant: SignedInstant): void;
  /** What a person's word would do; done once it is taken, which is to be at once. */
  say(saidMs: number): Result<SaidTime, 'clock.outside'>;
  /** What a person's word may name; nothing before anything signed was seen. */
  sayable(): SayableTime | undefined;
  /** What is to outlive this boot. */
  memory(): ClockMemory;
  /** Jumps of the wall clock that nobody has recorded yet, oldest first. */
  jumps(): readonly ClockJump[];
  /** So many of them are recorded. */
  recorded(count: number): void;
}

export interface SaidTime {
  /** How far it moves the time, in milliseconds; negative is back. */
  readonly byMs: number;
  take(): void;
}

/** The wall clock left the monotonic one, by the time of the kiosk when it was found. */
export interface ClockJump {
  readonly at: TrustedTime;
  readonly byMs: number;
}

/** A host whose clock never stands still fills no memory; what is left out is more of the same. */
const mostJumps = 32;

/**
 * The only one that reads the host's clocks for the time: joins them with what is remembered and with
 * the newest instant at which the bundle in force was signed, or a token that says it is the latest.
 * Where `takenBack` counts one more, what was signed before is nobody's word any longer.
 */
export function createTimekeeper(
  host: HostClock,
  remembered: ClockMemory,
  signedAtMs: () => number | undefined,
  takenBack: () => number = () => 0,
): Timekeeper {
  let clock = startClock(remembered, host.read());
  let jumps: readonly ClockJump[] = [];
  let knownBack = takenBack();

  function read(): HostReading {
    const reading = host.read();
    if (takenBack() !== knownBack) {
      knownBack = takenBack();
      clock = startClock({}, reading);
    }
    const observed = observe(clock, reading);
    clock = observed.clock;
    const signedMs = signedAtMs();
    if (signedMs !== undefined)
      clock = believe(clock, reading, {
        signedAtMs: signedMs,
        radiusMs: Infinity,
      });
    const byMs = observed.jumpedByMs;
    if (byMs !== undefined && jumps.length < mostJumps)
      jumps = [...jumps, { at: timeOf(clock, reading), byMs }];
    return reading;
  }

  return {
    now: () => {
      const reading = read();
      return timeOf(clock, reading);
    },
    believe: (instant) => {
      const reading = read();
      clock = believe(clock, reading, instant);
    },
    say: (saidMs) => {
      const reading = read();
      const said = say(clock, reading, saidMs);
      if (!said.ok) return said;
      const { atMs } = timeOf(clock, reading);
      return ok({
        byMs: timeOf(said.value, reading).atMs - atMs,
        take: () => {
          clock = said.value;
        },
      });
    },
    sayable: () => {
      const reading = read();
      return sayable(clock, reading);
    },
    memory: () => {
      const reading = read();
      return memoryOf(clock, reading);
    },
    jumps: () => jumps,
    recorded: (count) => {
      jumps = jumps.slice(count);
    },
  };
}
