import type { CommandAnswer } from '#kiosk/contract';
import { lockAfter } from './lock.ts';
import {
  done,
  refusal,
  toStaffPerson,
  type Office,
  type Visitor,
} from './office.ts';
import { isPin } from './pin.ts';
import type { Person } from './roster.ts';
import type { SessionPerson } from './session.ts';

/** Lets someone in by their PIN; whoever was logged in on that client before is logged out. */
export async function logIn(
  office: Office,
  visitor: Visitor,
  staffId: string,
  pin: string,
): Promise<CommandAnswer> {
  const { roster, entry } = office;
  const tried = await tryPin(office, roster.find(staffId), pin);
  if (tried.kind === 'refused') return tried.answer;
  const { person, attempts } = tried;
  if (!visitor.isOpen()) return refusal('staff.not-logged-in');
  const before = visitor.person();
  roster.commit({
    entries: [
      ...(before === undefined
        ? []
        : [
            entry({
              action: 'session-ended',
              person: before,
              because: 'another-log-in',
            }),
          ]),
      entry({ action: 'log-in', person: toStaffPerson(person), attempts }),
    ],
    ...forgiven(office, person),
  });
  visitor.begin(sessionPerson(person));
  return done;
}

export type Tried =
  | {
      readonly kind: 'right';
      readonly person: Person;
      /** This one included. */
      readonly attempts: number;
    }
  | { readonly kind: 'refused'; readonly answer: CommandAnswer };

/**
 * Looks at a PIN, if no lock stands against it. The try is on the disk before the PIN is looked at,
 * and so is the lock it costs; only the caller, who lets them do what they came for, takes both back.
 */
export async function tryPin(
  { roster, entry }: Office,
  person: Person | undefined,
  pin: string,
): Promise<Tried> {
  if (roster.lockOf(person).kind !== 'none')
    return { kind: 'refused', answer: refusal('staff.locked') };
  const attempts = roster.countTry(person);
  const isRight = await isPin(pin, person?.pinHash);
  if (isRight && person !== undefined)
    return { kind: 'right', person, attempts };

  const who = person && { person: toStaffPerson(person) };
  const lock = lockAfter(attempts);
  roster.commit({
    entries: [
      entry({ action: 'log-in-failed', ...who, attempts }),
      ...(person === undefined || lock.kind === 'none'
        ? []
        : [
            entry({
              action: 'locked',
              ...who,
              attempts,
              ...(lock.kind === 'for-a-while' && { lockMs: lock.ms }),
            }),
          ]),
    ],
  });
  return {
    kind: 'refused',
    answer: refusal(person === undefined ? 'staff.unknown' : 'staff.wrong-pin'),
  };
}

/** The change that takes back what wrong PINs have cost this person, and everyone at the door. */
export function forgiven(
  { roster }: Office,
  person: Person,
): {
  readonly people: readonly [Person];
  readonly door: ReturnType<Office['roster']['door']>;
} {
  return {
    people: [{ ...person, attempts: 0, lockLeftMs: 0 }],
    door: { ...roster.door(), attempts: 0, lockLeftMs: 0 },
  };
}

/** Whoever has a PIN has more than a guard's role; a guard with one is a defect of the store. */
function sessionPerson({ id, name, role }: Person): SessionPerson {
  if (role === 'guard') throw new Error('a guard has no PIN');
  return { id, name, role };
}
