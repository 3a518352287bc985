export { findDrives, systemRoots } from './drives.ts';
export type { Drive, PlaceRoots } from './drives.ts';
export { ownFolder } from './own-folder.ts';
export { unlessGone } from './unless-gone.ts';
