import type { Role } from '../roles.ts';
import type { StaffError } from '../staff.ts';

/** What the screens of log-in, people and shifts say. */
export interface StaffWords {
  readonly errors: Readonly<Record<StaffError, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly screen: Readonly<Record<StaffWord, string>>;
}

export type StaffWord = 'staff-area';
