import { toStaffDraft, type StaffCause } from '#core/log';
import { assertNever, type Result } from '#core/result';
import type { Pin, RootMetadata, TrustedTime } from '#core/trust';
import { StoreError, type StaffKeeper } from '#db';
import type { SaidTime } from '#kiosk/clock';
import type { CommandAnswer, Granted, StaffCommand } from '#kiosk/contract';
import { createAwaitedRead, type AwaitedRead } from './awaited-read.ts';
import { endShift, startShift, takeBadge } from './duty.ts';
import { logIn } from './log-in.ts';
import { done, refusal, type Office, type Visitor } from './office.ts';
import { oneAtATime } from './one-at-a-time.ts';
import {
  addStaff,
  changeOwnPin,
  removeStaff,
  resetPin,
  setBadge,
} from './people.ts';
import { recover, recoveryChallenge } from './recover.ts';
import { createRoster } from './roster.ts';
import { setClock } from './set-clock.ts';
import { createSession, type ClientSession } from './session.ts';
import type { Desk, Staff } from './staff.ts';

export interface StaffParts extends Pick<Pin, 'signatures' | 'sha256'> {
  readonly store: StaffKeeper;
  /** The root in force: who may sign a recovery code. */
  root(): RootMetadata;
  readonly checkpointId: string;
  now(): TrustedTime;
  /** What a person's word for the time would do; it is done once taken. */
  sayTime(saidMs: number): Result<SaidTime, 'clock.outside'>;
  newId(): string;
  /** So many entries have become durable. */
  recorded(entries: number): void;
  /** Hears what could not be written down, where nobody waits for an answer. */
  warn(message: string): void;
}

const keptEveryMs = 60_000;
const mostWaiting = 4;

/** Opens the people of a store: their logins, PINs and shifts (docs/staff.md). */
export function openStaff(parts: StaffParts): Staff {
  const { now } = parts;
  const monoMs = (): number => now().monoMs;
  const roster = createRoster(parts.store, monoMs, parts.recorded);
  const desks = new Set<OpenDesk>();
  const inTurn = oneAtATime(mostWaiting);

  const office: Office = {
    roster,
    root: () => parts.root(),
    signatures: parts.signatures,
    sha256: parts.sha256,
    checkpointId: parts.checkpointId,
    now,
    sayTime: parts.sayTime,
    newId: parts.newId,
    entry: (event) => toStaffDraft({ id: parts.newId(), at: now(), ...event }),
    dismiss: (staffId, because) => {
      for (const desk of desks)
        if (desk.session.person()?.id === staffId) endSession(desk, because);
    },
  };

  /** A session ends whether or not that can be written down. */
  function endSession(
    { session, changed }: OpenDesk,
    because: StaffCause | 'log-out',
  ): void {
    const person = session.end();
    if (person === undefined) return;
    recordEnd(person, because);
    changed();
  }

  function recordEnd(
    person: NonNullable<ReturnType<ClientSession['end']>>,
    because: StaffCause | 'log-out',
  ): void {
    const event =
      because === 'log-out'
        ? ({ action: 'log-out', person } as const)
        : ({ action: 'session-ended', person, because } as const);
    attempt(() => {
      roster.commit({ entries: [office.entry(event)] });
    });
  }

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      parts.warn(`staff: ${error.message}`);
    }
  }

  const waiting = async (
    work: () => Promise<CommandAnswer>,
  ): Promise<CommandAnswer> => (await inTurn(work)) ?? refusal('contract.busy');

  const perform = async (
    command: StaffCommand,
    visitor: Visitor,
    desk: OpenDesk,
  ): Promise<CommandAnswer> => {
    switch (command.kind) {
      case 'log-in':
        return waiting(() =>
          logIn(office, visitor, command.staffId, command.pin),
        );
      case 'log-out':
        endSession(desk, 'log-out');
        return done;
      case 'stay':
        return visitor.person() === undefined
          ? refusal('staff.not-logged-in')
          : done;
      case 'add-staff':
        return waiting(() => addStaff(office, visitor, command));
      case 'remove-staff':
        return waiting(async () =>
          removeStaff(office, visitor, command.staffId),
        );
      case 'set-badge':
        return waiting(async () => setBadge(office, visitor, command));
      case 'change-own-pin':
        return waiting(() => changeOwnPin(office, visitor, command));
      case 'reset-pin':
        return waiting(() => resetPin(office, visitor, command));
      case 'recover':
        return waiting(() => recover(office, command));
      case 'start-shift':
        return startShift(office, command.staffId);
      case 'end-shift':
        return endShift(office);
      case 'set-clock':
        return setClock(office, visitor, command.atMs);
      case 'await-read':
        if (command.what === 'badge' && visitor.role() !== 'supervisor')
          return refusal('contract.role');
        desk.awaited.wait(command.what);
        return done;
      default:
        return assertNever(command);
    }
  };

  const openDesk = (granted: Granted, changed: () => void): Desk => {
    const session = createSession(monoMs, (person, because) => {
      recordEnd(person, because);
      changed();
    });
    const awaited = createAwaitedRead(monoMs);
    const desk: OpenDesk = { session, awaited, changed };
    const role = (): Granted => session.person()?.role ?? granted;
    const visitor: Visitor = {
      person: session.person,
      role,
      isOpen: () => desks.has(desk),
      begin: session.begin,
      end: session.end,
    };
    desks.add(desk);
    return {
      session: session.view,
      read: awaited.read,
      role,
      perform: (command) =>
        unlessUnwritten(() => perform(command, visitor, desk)),
      used: session.used,
      close: () => {
        if (!desks.delete(desk)) return;
        endSession(desk, 'client-gone');
      },
    };
  };

  const reread = (): void => {
    roster.doubt();
    attempt(roster.people);
  };
  reread();

  const keeping = setInterval(() => {
    attempt(roster.keepLocks);
  }, keptEveryMs);
  keeping.unref();

  return {
    openDesk,
    members: roster.members,
    shift: roster.shift,
    take: (text) => {
      const waiting = [...desks].find(({ awaited }) => awaited.offer(text));
      if (waiting !== undefined) {
        waiting.changed();
        return done;
      }
      try {
        return takeBadge(office, text);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return refusal('contract.out-of-service');
      }
    },
    recoveryChallenge: () => recoveryChallenge(office),
    reread,
    stop: () => {
      clearInterval(keeping);
      for (const desk of desks) endSession(desk, 'stopped');
      desks.clear();
      attempt(roster.keepLocks);
    },
  };
}

interface OpenDesk {
  readonly session: ClientSession;
  readonly awaited: AwaitedRead;
  readonly changed: () => void;
}

/** What cannot be recorded is not done. */
async function unlessUnwritten(
  perform: () => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  try {
    return await perform();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return refusal('contract.out-of-service');
  }
}
