export type { Desk, Staff } from './staff.ts';
export { openStaff } from './open-staff.ts';
