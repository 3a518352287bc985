export type * from './bundle.ts';
export type * from './bundle-refusal.ts';
export { checkFreshnessToken } from './check-freshness-token.ts';
export type { FreshnessTarget } from './check-freshness-token.ts';
export { checkPass } from './check-pass.ts';
export { checkPlaceCode } from './check-place-code.ts';
export type * from './checked-pass.ts';
export type * from './checked-place-code.ts';
export { believe, say, sayable } from './clock-believe.ts';
export type { SayableTime, SignedInstant } from './clock-believe.ts';
export type * from './clock-reading.ts';
export { observe, timeOf, trustedTime } from './clock-time.ts';
export { memoryOf, raiseHighWater, startClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { countStatuses } from './count-statuses.ts';
export type { StatusCounts } from './count-statuses.ts';
export { bothAgree, isSound } from './ed25519.ts';
export { encodeDocument } from './encode-document.ts';
export { checkPublicKey } from './public-key.ts';
export type { PublicKeyFinding } from './public-key.ts';
export type * from './signatures.ts';
export {
  entriesOfChunks,
  entriesPerChunk,
  mostChunkBytes,
} from './status-chunks.ts';
export type { StatusIndex } from './status-chunks.ts';
export { findRoleSignature } from './signed-by-role.ts';
export type * from './time.ts';
export type * from './trust-list.ts';
export type * from './token-refusal.ts';
export type * from './trust-store.ts';
export type * from './policy.ts';
export type * from './recognition.ts';
export { colourOf } from './colour.ts';
export * from './tuf/index.ts';
