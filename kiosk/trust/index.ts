export { findStrangeTrust, openTrust } from './open-trust.ts';
export type { DecidedBundle, TrustKeeper } from './open-trust.ts';
export { readBundleAt } from './read-bundle-at.ts';
