import type { EntryDraft, EntryKind } from './entry.ts';
import { hostDraft, type Occasion } from './host-entry.ts';

/** What someone who works here did, or had done to them; never shrinks, for old entries stay readable. */
export type StaffAction =
  | 'log-in'
  | 'log-in-failed'
  | 'locked'
  | 'log-out'
  | 'session-ended'
  | 'staff-added'
  | 'staff-removed'
  | 'pin-changed'
  | 'pin-reset'
  | 'pin-recovered'
  | 'badge-changed'
  | 'recovery-failed'
  | 'shift-started'
  | 'shift-ended';

/** Why a session or a shift ended without the person saying so, or who prepared them beforehand. */
export type StaffCause =
  | 'idle'
  | 'total'
  | 'client-gone'
  | 'another-log-in'
  | 'removed'
  | 'pin-reset'
  | 'stopped'
  | 'relieved'
  | 'prepared';

/** Names of staff are the employer's record of who acted, and no holder's data. */
export interface StaffPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface StaffEvent extends Occasion {
  readonly action: StaffAction;
  /** Whom it is about; absent where a name was tried that nobody has. */
  readonly person?: StaffPerson;
  /** Who did it, where that is somebody else. */
  readonly by?: StaffPerson;
  readonly because?: StaffCause;
  /** PINs tried since the last right one. */
  readonly attempts?: number;
  /** How long a lock lasts; absent where only a recovery ends it. */
  readonly lockMs?: number;
}

/** The entry of it; a PIN, a badge or a code is never in one. */
export function toStaffDraft(event: StaffEvent): EntryDraft {
  const { id, at, action, person, by, because, attempts, lockMs } = event;
  const body = {
    action,
    ...(person !== undefined && {
      staffId: person.id,
      name: person.name,
      role: person.role,
    }),
    ...(by !== undefined && { byId: by.id, byName: by.name }),
    ...(because !== undefined && { because }),
    ...(attempts !== undefined && { attempts }),
    ...(lockMs !== undefined && { lockMs: Math.ceil(lockMs) }),
  };
  return hostDraft(kinds[action], { id, at }, body);
}

const kinds: Readonly<Record<StaffAction, EntryKind>> = {
  'log-in': 'login',
  'log-in-failed': 'login',
  locked: 'login',
  'log-out': 'login',
  'session-ended': 'login',
  'staff-added': 'config',
  'staff-removed': 'config',
  'pin-changed': 'config',
  'pin-reset': 'config',
  'pin-recovered': 'config',
  'badge-changed': 'config',
  'recovery-failed': 'config',
  'shift-started': 'shift',
  'shift-ended': 'shift',
};
