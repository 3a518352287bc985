export { apply } from './apply.ts';
export type { AppliedBundle } from './apply.ts';
export type {
  BundleContent,
  BundleRefusal,
  BundleRefusalCode,
  StatusList,
} from './bundle.ts';
export { checkPass } from './check-pass.ts';
export { checkPlaceCode } from './check-place-code.ts';
export type * from './checked-pass.ts';
export type * from './checked-place-code.ts';
export { believe, say } from './clock-believe.ts';
export type { SignedInstant } from './clock-believe.ts';
export type * from './clock-reading.ts';
export { observe, timeOf, trustedTime } from './clock-time.ts';
export { memoryOf, raiseHighWater, startClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { bothAgree, isSound } from './ed25519.ts';
export {
  bundleFile,
  bundleSignedBytes,
  encodeBundle,
  encodeDocument,
} from './encode-bundle.ts';
export { checkPublicKey } from './public-key.ts';
export type { PublicKeyFinding } from './public-key.ts';
export { readBundle } from './read-bundle.ts';
export { readTrustList } from './read-trust-list.ts';
export type * from './signatures.ts';
export type * from './time.ts';
export type * from './trust-list.ts';
export type { HeldBundle, Pin, PinnedRoot, TrustStore } from './trust-store.ts';
export type * from './policy.ts';
export type * from './recognition.ts';
export { colourOf } from './colour.ts';
export * from './tuf/index.ts';
