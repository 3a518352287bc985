export { oldestListMs } from './oldest-list.ts';
export { openTrust } from './open-trust.ts';
export { rulesOf } from './rules-of.ts';
export { findStrangeTrust } from './strange-trust.ts';
export { tombstonesIn } from './tombstone-file.ts';
export type { TombstoneFile } from './tombstone-file.ts';
export type {
  ConfirmedBundle,
  DecidedBundle,
  TrustBasis,
  TrustKeeper,
} from './trust-keeper.ts';
export { trustViewOf } from './trust-view.ts';
export { readBundleAt } from './read-bundle-at.ts';
export { rootViewOf } from './root-view.ts';
export { readSiteRoot } from './site-root.ts';
export type { RootFault, SiteRoot } from './site-root.ts';
