export { apply, findChunks } from './apply.ts';
export type { AppliedBundle } from './apply.ts';
export {
  encodeBundleFile,
  isBundleFile,
  readBundleFile,
} from './bundle-file.ts';
export type { BundleFileFault, BundleFiles } from './bundle-file.ts';
export { canonicalJson } from './canonical-json.ts';
export type { Json } from './canonical-json.ts';
export { isRecovery } from './follows-held.ts';
export { readPinnedRoot } from './follow-roots.ts';
export { encodeKills, noKills } from './kills.ts';
export type { KilledRange, Kills } from './kills.ts';
export { applyDelta, deltaName, encodeDelta } from './delta.ts';
export type * from './metadata.ts';
export { saysPinned } from './name-stranger.ts';
export { readStored, toHeldBundle } from './read-set.ts';
export { chunkName } from './status-source.ts';
export type { Chunks } from './status-source.ts';
export {
  encodeTombstones,
  readTombstones,
  uniteRemembered,
} from './remembered.ts';
export type { Tombstones } from './remembered.ts';
