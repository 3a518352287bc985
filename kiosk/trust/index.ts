export { findStrangeTrust, openTrust } from './open-trust.ts';
export type { TrustKeeper } from './open-trust.ts';
