import type { Frame } from './frame.ts';

/**
 * What the holder's client adds to a pass each time it shows it (docs/pass-format.md, section 5):
 * everything in it is the client's word until the holder's signature holds.
 */
export interface Presentation {
  /** Seconds since 1970 UTC, by the holder's clock. */
  readonly presentedAt: number;
  /** 8 bytes, new with every refresh. */
  readonly nonce: Uint8Array;
  /** 64 bytes by the holder's key. */
  readonly signature: Uint8Array;
}

/** A pass as it was shown: by itself (HP1), or presented live by its holder (HV1). */
export interface PresentedPass {
  readonly frame: Frame;
  readonly presentation?: Presentation;
}
