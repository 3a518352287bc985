export type * from './entry.ts';
export type * from './store.ts';
