import { v7 } from 'uuid';
import { toStaffDraft } from '#core/log';
import { trustedTime, type HostClock } from '#core/trust';
import type { Store } from '#db';
import { systemClock } from '#kiosk/clock';
import type { Role } from '#kiosk/contract';
import { hashBadge } from './badge.ts';

/** Someone who works here from before the kiosk opens. */
export interface PreparedPerson {
  readonly name: string;
  readonly role: Role;
  /** What `hashPin` gave; absent for a guard, and only then. */
  readonly pinHash?: string;
  readonly badge?: string;
}

/**
 * Puts people into a store before its lane opens, each with an entry; who is there by that name gets
 * the PIN given, and every lock of theirs ends. Throws StoreError where it cannot be made durable.
 */
export function prepareStaff(
  store: Pick<Store, 'staff' | 'clock'>,
  people: readonly PreparedPerson[],
  clock: HostClock = systemClock(),
): void {
  const at = trustedTime(clock.read(), store.clock.memory());
  const rows = store.staff.rows().filter(({ isRemoved }) => !isRemoved);
  const prepared = people.map((person) => {
    const known = rows.find(({ name }) => name === person.name);
    const { name, role, pinHash, badge } = person;
    const id = known?.id ?? v7();
    return {
      entry: toStaffDraft({
        id: v7(),
        at,
        action: known === undefined ? 'staff-added' : 'pin-reset',
        person: { id, name, role },
        because: 'prepared',
      }),
      row: {
        id,
        name,
        role,
        ...(pinHash !== undefined && { pinHash }),
        ...(badge !== undefined && { badgeHash: hashBadge(badge) }),
        attempts: 0,
        lockLeftMs: 0,
        isRemoved: false,
      },
    };
  });
  store.staff.change({
    entries: prepared.map(({ entry }) => entry),
    people: prepared.map(({ row }) => row),
  });
}
