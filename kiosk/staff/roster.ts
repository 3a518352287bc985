import type {
  ShiftRow,
  StaffChange,
  StaffDoor,
  StaffKeeper,
  StaffRow,
} from '#db';
import {
  roles,
  type Role,
  type Shift,
  type StaffMember,
} from '#kiosk/contract';
import { doorLockAfter, lockAfter, type Lock } from './lock.ts';

/** Someone who works here now, with what is left of their lock at this moment. */
export interface Person extends StaffRow {
  readonly role: Role;
}

/** The people of the store, with locks that run down while this process runs and at no other time. */
export interface Roster {
  /** Without whoever was removed. */
  people(): readonly Person[];
  find(staffId: string): Person | undefined;
  members(): readonly StaffMember[];
  door(): StaffDoor;
  /** Never asks the disk: it is part of every entry and every screen. */
  shift(): Shift | undefined;
  /** What keeps this person out now; of nobody's name, what keeps everyone out. */
  lockOf(person: Person | undefined): Lock;
  /**
   * Counts one more PIN, before anyone looks at it, and lays on the lock it costs if it is wrong:
   * whatever ends the process after this finds both in place.
   */
  countTry(person: Person | undefined): number;
  /** Durable when it returns, and true here from then on. */
  commit(change: StaffChange): void;
  /** Writes down what is left of the locks; a crash gives back at most what ran down since. */
  keepLocks(): void;
  /** Others have written to the store, or it could not be read: look again at the next use. */
  doubt(): void;
}

export function createRoster(
  store: StaffKeeper,
  monoMs: () => number,
  recorded: (entries: number) => void,
): Roster {
  let held: Held = {
    rows: new Map(),
    countedAtMs: new Map(),
    door: { attempts: 0, lockLeftMs: 0, wrongCodes: 0 },
    doorCountedAtMs: monoMs(),
    shift: undefined,
    isInDoubt: true,
  };

  function load(): Held {
    const rows = new Map(store.rows().map((row) => [row.id, row]));
    const countedAtMs = new Map([...rows.keys()].map((id) => [id, monoMs()]));
    const [door, shift] = [store.door(), store.shift()];
    return { rows, countedAtMs, door, doorCountedAtMs: monoMs(), shift };
  }

  /** A disk that failed may have taken the commit all the same: what it holds is read again. */
  const current = (): Held => {
    if (held.isInDoubt) held = load();
    return held;
  };

  const toPerson = (row: StaffRow): Person => {
    const countedAtMs = held.countedAtMs.get(row.id) ?? monoMs();
    const lockLeftMs = left(row.lockLeftMs, countedAtMs);
    return { ...row, role: roleOf(row), lockLeftMs };
  };

  const left = (leftMs: number, countedAtMs: number): number =>
    Math.max(0, leftMs - Math.max(0, monoMs() - countedAtMs));

  const people = (): readonly Person[] =>
    [...current().rows.values()]
      .filter(({ isRemoved }) => !isRemoved)
      .map(toPerson);

  const find = (staffId: string): Person | undefined => {
    const row = current().rows.get(staffId);
    return row === undefined || row.isRemoved ? undefined : toPerson(row);
  };

  const door = (): StaffDoor => {
    const { door: kept, doorCountedAtMs } = current();
    return { ...kept, lockLeftMs: left(kept.lockLeftMs, doorCountedAtMs) };
  };

  const lockOf = (person: Person | undefined): Lock => {
    if (
      person !== undefined &&
      lockAfter(person.attempts).kind === 'until-recovered'
    )
      return { kind: 'until-recovered' };
    const ms = Math.max(person?.lockLeftMs ?? 0, door().lockLeftMs);
    return ms > 0 ? { kind: 'for-a-while', ms } : { kind: 'none' };
  };

  const commit = (change: StaffChange): void => {
    try {
      store.change(change);
    } catch (error) {
      held = { ...held, isInDoubt: true };
      throw error;
    }
    for (const person of change.people ?? []) {
      held.rows.set(person.id, person);
      held.countedAtMs.set(person.id, monoMs());
    }
    held = {
      ...held,
      ...(change.door && { door: change.door, doorCountedAtMs: monoMs() }),
      ...(change.shift && {
        shift: change.shift === 'nobody' ? undefined : change.shift,
      }),
    };
    recorded(change.entries?.length ?? 0);
  };

  return {
    people,
    find,
    door,
    lockOf,
    commit,
    members: () =>
      people().map((person) => {
        const { id, name, role, pinHash, badgeHash } = person;
        const lock = pinHash === undefined ? undefined : lockOf(person);
        return {
          id,
          name,
          role,
          hasBadge: badgeHash !== undefined,
          ...(lock?.kind === 'until-recovered' && { lock }),
          ...(lock?.kind === 'for-a-while' && {
            lock: { kind: lock.kind, leftMs: lock.ms },
          }),
        };
      }),
    shift: () => {
      const { shift, rows } = held;
      const name = shift && rows.get(shift.staffId)?.name;
      return shift && name !== undefined ? { ...shift, name } : undefined;
    },
    countTry: (person) => {
      const atDoor = door();
      const tries = atDoor.attempts + 1;
      const attempts = (person?.attempts ?? 0) + 1;
      commit({
        door: {
          ...atDoor,
          attempts: tries,
          lockLeftMs: msOf(doorLockAfter(tries)),
        },
        ...(person !== undefined && {
          people: [
            { ...person, attempts, lockLeftMs: msOf(lockAfter(attempts)) },
          ],
        }),
      });
      return attempts;
    },
    doubt: () => {
      held = { ...held, isInDoubt: true };
    },
    keepLocks: () => {
      const locked = people().filter(({ id }) => isRunning(held.rows.get(id)));
      const isDoorLocked = isRunning(held.door);
      if (locked.length === 0 && !isDoorLocked) return;
      commit({ people: locked, ...(isDoorLocked && { door: door() }) });
    },
  };
}

interface Held {
  readonly rows: Map<string, StaffRow>;
  /** When, by the monotonic clock of this run, what is left of each lock was true. */
  readonly countedAtMs: Map<string, number>;
  readonly door: StaffDoor;
  readonly doorCountedAtMs: number;
  readonly shift: ShiftRow | undefined;
  readonly isInDoubt?: boolean;
}

function isRunning(row: Pick<StaffRow, 'lockLeftMs'> | undefined): boolean {
  return row !== undefined && row.lockLeftMs > 0;
}

function msOf(lock: Lock): number {
  return lock.kind === 'for-a-while' ? lock.ms : 0;
}

function roleOf({ id, role }: StaffRow): Role {
  const known = roles.find((each) => each === role);
  if (known === undefined) throw new Error(`${id} has an unknown role`);
  return known;
}
