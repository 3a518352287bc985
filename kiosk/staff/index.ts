export { mayBeBadge } from './badge.ts';
export { openStaff } from './open-staff.ts';
export type { StaffParts } from './open-staff.ts';
export { hashPin, isPinHash } from './pin.ts';
export { prepareStaff } from './prepare-staff.ts';
export type { PreparedPerson } from './prepare-staff.ts';
export type { Desk, Staff } from './staff.ts';
export { isWeakPin } from './weak-pin.ts';
