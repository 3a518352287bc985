export { applyUpdate } from './apply-update.ts';
export {
  encodeBundleFile,
  isBundleFile,
  readBundleFile,
} from './bundle-file.ts';
export type { BundleFileFault, BundleFiles } from './bundle-file.ts';
export { canonicalJson } from './canonical-json.ts';
export type { Json } from './canonical-json.ts';
export type { HeldSet, UpdateStore } from './held-set.ts';
export { encodeKills } from './kills.ts';
export type { KilledRange, Kills } from './kills.ts';
export type * from './metadata.ts';
export type { UpdatePin } from './pin.ts';
export { readStoredSet } from './read-set.ts';
export type { UpdateRefusal, UpdateRefusalCode } from './update-refusal.ts';
