import type { HeldBundle } from '../trust-store.ts';
import type { BundleFiles } from './bundle-file.ts';
import type { Kills } from './kills.ts';
import type { RootMetadata } from './metadata.ts';
import type { UpdatePin } from './pin.ts';
import type { SignedRoles } from './read-roles.ts';

/** A set of files that holds, and everything read from it. Its `bundle` is all that needs storing. */
export interface HeldSet extends HeldBundle {
  readonly root: RootMetadata;
  readonly roles: SignedRoles;
  /** Every file it is made of, the roots since the pinned one first. */
  readonly files: BundleFiles;
  /** All that was ever killed. */
  readonly kills: Kills;
}

/** What `applyUpdate` asks of its host: the pin, the set in force, and one way to replace it. */
export interface UpdateStore extends UpdatePin {
  current(): HeldSet | undefined;
  /** In one transaction. Throws where it cannot be made durable; then nothing has changed. */
  replace(next: HeldSet): void;
}
