export { appendAll } from './append-all.ts';
export type { BundleKeeper } from './bundle-keeper.ts';
export { openConnection } from './connection.ts';
export { createEntryPager } from './entry-pager.ts';
export type { ClockKeeper } from './clock-keeper.ts';
export { StoreError, toStoreFailure } from './failure.ts';
export type { MetaKeeper } from './meta-keeper.ts';
export { migrate } from './migrate.ts';
export { migrations } from './migrations/index.ts';
export { openReader, openStore } from './store.ts';
export type { Store, StoreLimits, StoreReader } from './store.ts';
export { describeSchema } from './schema.ts';
export type {
  ShiftRow,
  StaffChange,
  StaffDoor,
  StaffKeeper,
  StaffRow,
} from './staff-keeper.ts';
