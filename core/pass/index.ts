export type * from './pass.ts';
export type * from './refusals.ts';
