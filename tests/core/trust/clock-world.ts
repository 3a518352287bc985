import {
  believe,
  memoryOf,
  observe,
  say,
  startClock,
  timeOf,
  type Clock,
  type ClockMemory,
  type HostReading,
  type TrustedTime,
} from '#core/trust';
import { hourMs, nowMs } from './signing.ts';

/** A kiosk as the simulation knows it: what it is told, and what it makes of it. */
export interface ClockKiosk {
  boot(reading: HostReading): void;
  /** Reads its clocks; `keeps` where it also writes down what is to outlive the boot. */
  tell(reading: HostReading, keeps: boolean): TrustedTime;
  signed(reading: HostReading, signedAtMs: number, radiusMs: number): void;
  say(reading: HostReading, saidMs: number): void;
}

/** The clock of core, its memory kept as a host keeps it. */
export function ownKiosk(): ClockKiosk {
  let memory: ClockMemory = {};
  let clock: Clock | undefined;
  const running = (): Clock => {
    if (clock === undefined) throw new Error('a kiosk that runs has booted');
    return clock;
  };
  return {
    boot: (reading) => {
      clock = startClock(memory, reading);
    },
    tell: (reading, keeps) => {
      clock = observe(running(), reading).clock;
      if (keeps) memory = memoryOf(clock, reading);
      return timeOf(clock, reading);
    },
    signed: (reading, signedAtMs, radiusMs) => {
      clock = believe(running(), reading, { signedAtMs, radiusMs });
      memory = memoryOf(clock, reading);
    },
    say: (reading, saidMs) => {
      const said = say(running(), reading, saidMs);
      if (!said.ok) return;
      clock = said.value;
      memory = memoryOf(clock, reading);
    },
  };
}

/** What most programs do: the wall clock is the time. */
export function naiveKiosk(): ClockKiosk {
  return {
    boot: () => undefined,
    tell: ({ wallMs, monoMs, bootId }) => ({
      lowerMs: wallMs - 2_000,
      atMs: wallMs,
      upperMs: wallMs + 2_000,
      state: 'trusted',
      monoMs,
      bootId,
    }),
    signed: () => undefined,
    say: () => undefined,
  };
}

/** One that never forgets the latest it saw: safe, and stopped for ever by one wrong date. */
export function ratchetKiosk(): ClockKiosk {
  let latestMs = 0;
  const naive = naiveKiosk();
  return {
    ...naive,
    tell: (reading, keeps) => {
      latestMs = Math.max(latestMs, reading.wallMs);
      return naive.tell({ ...reading, wallMs: latestMs }, keeps);
    },
  };
}

export type Happening =
  /** The host runs on; every so often its battery-backed clock and the other drift alike. */
  | { readonly kind: 'run'; readonly ms: number }
  | { readonly kind: 'suspend'; readonly ms: number }
  | { readonly kind: 'jump'; readonly byMs: number }
  | { readonly kind: 'set-right' }
  | { readonly kind: 'restart' }
  | {
      readonly kind: 'reboot';
      readonly offMs: number;
      readonly battery: 'good' | 'dead' | 'stopped';
      /** Set by someone while it was off. */
      readonly setByMs: number;
      /** How much of the last minute was not written down. */
      readonly lostMs: number;
    }
  | { readonly kind: 'bundle'; readonly underWayMs: number }
  | { readonly kind: 'token'; readonly offMs: number }
  | { readonly kind: 'said'; readonly offMs: number };

/** Where the machine and the truth are; the kiosk sees the machine alone. */
export interface ClockWorld {
  truthMs(): number;
  newestSignedMs(): number;
  /** An instant that certainly passed before now, by what was signed and what has run since. */
  witnessedMs(): number;
  /**
   * Whether the machine's clock was set back, while it was off or in doubt, to an instant after the kiosk last
   * knew the time: nothing inside the machine can tell that from a shorter time off.
   */
  isHidden(): boolean;
  happen(happening: Happening): TrustedTime;
}

const deadWallMs = Date.UTC(2000, 0, 1);

export function clockWorld(
  kiosk: ClockKiosk,
  oscillatorPpm: number,
  batteryPpm: number,
): ClockWorld {
  const beganMs = nowMs;
  let truthMs = beganMs;
  let wallMs = truthMs;
  /** What of the wall's error somebody made, apart from drift. */
  let setMs = 0;
  let monoMs = 5_000;
  let boot = 1;
  let signedMs = truthMs - hourMs;
  let witnessedMs = signedMs;
  let lastKnownMs = 0;
  let isKnownHere = false;
  let isHidden = false;
  const reading = (): HostReading => ({
    wallMs: Math.round(wallMs),
    monoMs,
    bootId: `boot-${boot}`,
  });

  function run(ms: number): void {
    truthMs += ms;
    const counted = ms * (1 + oscillatorPpm * 1e-6);
    wallMs += counted;
    monoMs += counted;
    witnessedMs += ms * (1 - 401e-6);
  }

  function look(keeps = true): TrustedTime {
    if (!isKnownHere && isUnseen()) isHidden = true;
    const time = kiosk.tell(reading(), keeps);
    if (time.state === 'trusted' || time.state === 'drifting') {
      isKnownHere = true;
      if (keeps) lastKnownMs = truthMs;
    }
    return time;
  }

  /** Whether the wall clock is behind by what someone did, and not behind what the kiosk knows. */
  function isUnseen(): boolean {
    const slackMs = 780_000 + (truthMs - beganMs) * 400e-6;
    return setMs < -500 && wallMs >= lastKnownMs - slackMs;
  }

  kiosk.boot(reading());
  kiosk.signed(reading(), signedMs, Infinity);
  look();
  return {
    truthMs: () => truthMs,
    newestSignedMs: () => signedMs,
    witnessedMs: () => witnessedMs,
    isHidden: () => isHidden,
    happen: (happening) => {
      switch (happening.kind) {
        case 'run':
          run(happening.ms);
          break;
        case 'suspend':
          truthMs += happening.ms;
          wallMs += happening.ms;
          // A second may be missing before the coarse clock is followed.
          monoMs += happening.ms;
          break;
        case 'jump':
          wallMs += happening.byMs;
          setMs += happening.byMs;
          break;
        case 'set-right':
          wallMs = truthMs;
          setMs = 0;
          break;
        case 'restart':
          kiosk.boot(reading());
          isKnownHere = false;
          break;
        case 'reboot':
          run(happening.lostMs);
          look(false);
          witnessedMs -= happening.lostMs + 1;
          truthMs += happening.offMs;
          wallMs += happening.offMs * (1 + batteryPpm * 1e-6);
          if (happening.battery === 'dead') wallMs = deadWallMs;
          if (happening.battery === 'stopped') wallMs -= happening.offMs;
          wallMs += happening.setByMs;
          setMs =
            happening.battery === 'good'
              ? setMs + happening.setByMs
              : wallMs - truthMs;
          boot += 1;
          monoMs = 5_000;
          isKnownHere = false;
          kiosk.boot(reading());
          break;
        case 'bundle': {
          const madeMs = Math.round(truthMs - happening.underWayMs);
          if (madeMs <= signedMs) break;
          signedMs = madeMs;
          witnessedMs = Math.max(witnessedMs, madeMs);
          kiosk.signed(reading(), madeMs, Infinity);
          break;
        }
        case 'token':
          kiosk.signed(reading(), Math.round(truthMs + happening.offMs), 5_000);
          break;
        case 'said':
          kiosk.say(reading(), Math.round(truthMs + happening.offMs));
          break;
      }
      return look();
    },
  };
}
