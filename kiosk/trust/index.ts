export { openUpdates } from './open-updates.ts';
export { findStrangeTrust, openTrust } from './open-trust.ts';
export type { TrustKeeper } from './open-trust.ts';
export type { UpdateKeeper } from './open-updates.ts';
export { readBundleAt } from './read-bundle-at.ts';
export type { BundleReadFault } from './read-bundle-at.ts';
