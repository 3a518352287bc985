import { v7 } from 'uuid';
import type { CommandAnswer, StaffCommand } from '#kiosk/contract';
import { hashBadge, isBadge, mayBeBadge } from './badge.ts';
import { forgiven, tryPin } from './log-in.ts';
import {
  by,
  done,
  refusal,
  toStaffPerson,
  type Office,
  type Visitor,
} from './office.ts';
import { hashPin } from './pin.ts';
import { isWeakPin } from './weak-pin.ts';

type Asked<Kind extends StaffCommand['kind']> = Extract<
  StaffCommand,
  { kind: Kind }
>;

export async function addStaff(
  office: Office,
  visitor: Visitor,
  { name, role, pin, badge }: Asked<'add-staff'>,
): Promise<CommandAnswer> {
  const { roster, entry } = office;
  if ((pin === undefined) !== (role === 'guard'))
    return refusal('contract.bad-request');
  if (pin !== undefined && isWeakPin(pin)) return refusal('staff.weak-pin');
  if (roster.people().some((person) => person.name === name))
    return refusal('staff.name-taken');
  const badgeFault = badge === undefined ? undefined : faultOf(badge, office);
  if (badgeFault !== undefined) return badgeFault;

  const pinHash = pin === undefined ? undefined : await hashPin(pin);
  if (visitor.role() !== 'supervisor') return refusal('staff.not-logged-in');
  const person = { id: v7(), name, role };
  roster.commit({
    entries: [entry({ action: 'staff-added', person, ...by(visitor) })],
    people: [
      {
        ...person,
        ...(pinHash !== undefined && { pinHash }),
        ...(badge !== undefined && { badgeHash: hashBadge(badge) }),
        attempts: 0,
        lockLeftMs: 0,
        isRemoved: false,
      },
    ],
  });
  return done;
}

/** Ends their sessions and their shift too. */
export function removeStaff(
  office: Office,
  visitor: Visitor,
  staffId: string,
): CommandAnswer {
  const { roster, entry, dismiss } = office;
  const person = roster.find(staffId);
  if (person === undefined) return refusal('staff.unknown');
  const supervisors = roster
    .people()
    .filter(({ role }) => role === 'supervisor');
  if (person.role === 'supervisor' && supervisors.length === 1)
    return refusal('staff.last-supervisor');
  const who = toStaffPerson(person);
  const isOnDuty = roster.shift()?.staffId === staffId;
  roster.commit({
    entries: [
      ...(isOnDuty
        ? [entry({ action: 'shift-ended', person: who, because: 'removed' })]
        : []),
      entry({ action: 'staff-removed', person: who, ...by(visitor) }),
    ],
    ...(isOnDuty && { shift: 'nobody' as const }),
    people: [{ ...person, isRemoved: true }],
  });
  dismiss(staffId, 'removed');
  return done;
}

export function setBadge(
  office: Office,
  visitor: Visitor,
  { staffId, badge }: Asked<'set-badge'>,
): CommandAnswer {
  const { roster, entry } = office;
  const person = roster.find(staffId);
  if (person === undefined) return refusal('staff.unknown');
  const fault =
    badge === undefined ? undefined : faultOf(badge, office, staffId);
  if (fault !== undefined) return fault;
  const { badgeHash: _before, ...rest } = person;
  roster.commit({
    entries: [
      entry({
        action: 'badge-changed',
        person: toStaffPerson(person),
        ...by(visitor),
      }),
    ],
    people: [
      { ...rest, ...(badge !== undefined && { badgeHash: hashBadge(badge) }) },
    ],
  });
  return done;
}

/** The old PIN is tried as at a log-in, and counts as one. */
export async function changeOwnPin(
  office: Office,
  visitor: Visitor,
  { oldPin, newPin }: Asked<'change-own-pin'>,
): Promise<CommandAnswer> {
  const { roster, entry } = office;
  const { id } = visitor.person() ?? {};
  if (id === undefined) return refusal('staff.not-logged-in');
  if (isWeakPin(newPin)) return refusal('staff.weak-pin');
  const tried = await tryPin(office, roster.find(id), oldPin);
  if (tried.kind === 'refused') return tried.answer;
  const pinHash = await hashPin(newPin);
  const {
    people: [person],
    door,
  } = forgiven(office, tried.person);
  roster.commit({
    entries: [entry({ action: 'pin-changed', person: toStaffPerson(person) })],
    people: [{ ...person, pinHash }],
    door,
  });
  return done;
}

/** One's own is changed with the old one; this is for whoever forgot theirs or is locked out. */
export async function resetPin(
  office: Office,
  visitor: Visitor,
  { staffId, newPin }: Asked<'reset-pin'>,
): Promise<CommandAnswer> {
  const { roster, entry, dismiss } = office;
  const person = roster.find(staffId);
  if (person === undefined) return refusal('staff.unknown');
  if (person.role === 'guard' || visitor.person()?.id === staffId)
    return refusal('contract.not-offered');
  if (isWeakPin(newPin)) return refusal('staff.weak-pin');
  const pinHash = await hashPin(newPin);
  if (visitor.role() !== 'supervisor') return refusal('staff.not-logged-in');
  roster.commit({
    entries: [
      entry({
        action: 'pin-reset',
        person: toStaffPerson(person),
        ...by(visitor),
      }),
    ],
    people: [{ ...person, pinHash, attempts: 0, lockLeftMs: 0 }],
  });
  dismiss(staffId, 'pin-reset');
  return done;
}

/** A badge says one thing of one person, and none of our own codes may stand for anyone. */
function faultOf(
  badge: string,
  { roster }: Office,
  except?: string,
): CommandAnswer | undefined {
  if (!mayBeBadge(badge)) return refusal('staff.unfit-badge');
  const isTaken = roster
    .people()
    .some(
      ({ id, badgeHash }) =>
        id !== except && badgeHash !== undefined && isBadge(badge, badgeHash),
    );
  return isTaken ? refusal('staff.badge-taken') : undefined;
}
