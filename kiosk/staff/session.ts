import type { StaffCause } from '#core/log';
import type { Role, Session } from '#kiosk/contract';

const idleLimitMs = 180_000;
const totalLimitMs = 900_000;

/** Who is logged in, as far as a session needs to know. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Exclude<Role, 'guard'>;
}

/** The login of one client; ends by itself after its limits. */
export interface ClientSession {
  person(): SessionPerson | undefined;
  view(): Session;
  begin(person: SessionPerson): void;
  /** Puts off the idle limit. */
  used(): void;
  /** Whoever it was is gone from here; nothing where nobody is. */
  end(): SessionPerson | undefined;
}

/** `expired` is told once a limit has ended it. */
export function createSession(
  monoMs: () => number,
  expired: (person: SessionPerson, because: StaffCause) => void,
): ClientSession {
  let running:
    | {
        readonly person: SessionPerson;
        readonly sinceMs: number;
        readonly usedMs: number;
      }
    | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const idleLeftMs = (): number =>
    idleLimitMs - (monoMs() - (running?.usedMs ?? 0));
  const totalLeftMs = (): number =>
    totalLimitMs - (monoMs() - (running?.sinceMs ?? 0));
  const isOver = (): boolean => idleLeftMs() <= 0 || totalLeftMs() <= 0;

  const arm = (): void => {
    clearTimeout(alarm);
    if (running === undefined) return;
    const leftMs = Math.max(0, Math.min(idleLeftMs(), totalLeftMs()));
    alarm = setTimeout(() => {
      if (running === undefined) return;
      if (!isOver()) {
        arm();
        return;
      }
      const because = totalLeftMs() <= 0 ? 'total' : 'idle';
      const { person } = running;
      running = undefined;
      expired(person, because);
    }, leftMs);
  };

  // Between a limit and its alarm nobody is there either.
  const person = (): SessionPerson | undefined =>
    running === undefined || isOver() ? undefined : running.person;

  return {
    person,
    view: () => {
      const who = person();
      if (who === undefined) return { kind: 'nobody' };
      return {
        kind: 'staff',
        staffId: who.id,
        name: who.name,
        role: who.role,
        idleLeftMs: idleLeftMs(),
        totalLeftMs: totalLeftMs(),
      };
    },
    begin: (who) => {
      running = { person: who, sinceMs: monoMs(), usedMs: monoMs() };
      arm();
    },
    used: () => {
      if (running === undefined || isOver()) return;
      running = { ...running, usedMs: monoMs() };
      arm();
    },
    end: () => {
      const who = running?.person;
      running = undefined;
      clearTimeout(alarm);
      return who;
    },
  };
}
