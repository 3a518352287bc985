export type * from './checked-pass.ts';
export type * from './signatures.ts';
export type * from './time.ts';
export type * from './trust-list.ts';
