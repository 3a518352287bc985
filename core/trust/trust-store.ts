import type { BundleContent } from './bundle.ts';
import type { Policy } from './policy.ts';
import type { Sha256, Signatures } from './signatures.ts';
import type { TrustList } from './trust-list.ts';
import type { BundleFiles } from './tuf/bundle-file.ts';
import type { Kills } from './tuf/kills.ts';
import type { Metadata, RootMetadata } from './tuf/metadata.ts';
import type { SignedRoles } from './tuf/read-roles.ts';
import type { Chunks } from './tuf/status-source.ts';

/** What a bundle is read against: the first root, and the host's engines. */
export interface Pin {
  /** The root metadata a kiosk comes with. Later ones are believed step by step from here. */
  readonly rootFile: Uint8Array;
  readonly profile: 'demo' | 'site';
  readonly metadata: Metadata;
  readonly signatures: Signatures;
  readonly sha256: Sha256;
}

/** A bundle that holds, and everything read from it. Its `bundle` and its `chunks` are all that needs storing. */
export interface HeldBundle {
  readonly bundle: Uint8Array;
  readonly content: BundleContent;
  readonly trust: TrustList;
  readonly policy: Policy;
  readonly root: RootMetadata;
  readonly roles: SignedRoles;
  /** Every file it is made of, the roots since the pinned one first; without the chunks. */
  readonly files: BundleFiles;
  /** Of its status lists, by SHA-256 in hex: stored beside it, each once. */
  readonly chunks: Chunks;
  /** All that was ever killed. */
  readonly kills: Kills;
}

/** What is kept outside the store as well, so that a store put back from a copy forgets nothing of it. */
export interface Remembered {
  readonly kills: Kills;
  /** Of the newest bundle ever taken: its root, and under that its timestamp. */
  readonly rootVersion: number;
  readonly version: number;
  /** Its two signed documents, as files: a root that no longer bears them out takes the version back. */
  readonly timestamp: Uint8Array;
  readonly snapshot: Uint8Array;
}

/** What `apply` asks of its host: the pin, what is in force, and one way to replace it. */
export interface TrustStore extends Pin {
  current(): HeldBundle | undefined;
  /** Of this kiosk, whatever `current` says. */
  remembered(): Remembered | undefined;
  /** Whatever is kept under this hash in hex, of the bundle in force or of an update that was interrupted. */
  chunk(sha256: string): Uint8Array | undefined;
  /** In one transaction. Throws where it cannot be made durable; then nothing has changed. */
  replace(next: HeldBundle): void;
}
