import type { Policy } from './policy.ts';
import type { BundleContent } from './bundle.ts';
import type { Sha256, Signatures } from './signatures.ts';
import type { TrustList } from './trust-list.ts';

/** The one key a kiosk believes from the start; a demo root is named `DEMO-…`. */
export interface PinnedRoot {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** What a bundle is read against. */
export interface Pin {
  readonly root: PinnedRoot;
  readonly profile: 'demo' | 'site';
  readonly signatures: Signatures;
  readonly sha256: Sha256;
}

/** A bundle that holds, and everything read from it. */
export interface HeldBundle {
  /** The signed file, byte for byte: all that needs storing. */
  readonly bundle: Uint8Array;
  readonly content: BundleContent;
  readonly trust: TrustList;
  readonly policy: Policy;
}

/** What `apply` asks of its host: the pin, the bundle in force, and one way to replace it. */
export interface TrustStore extends Pin {
  current(): HeldBundle | undefined;
  /** In one transaction. Throws where it cannot be made durable; then nothing has changed. */
  replace(next: HeldBundle): void;
}
