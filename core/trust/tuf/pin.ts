import type { Sha256, Signatures } from '../signatures.ts';
import type { Metadata } from './metadata.ts';

/** What an update is read against: the first root, and the host's engines. */
export interface UpdatePin {
  /** The root metadata a kiosk comes with. Later ones are believed step by step from here. */
  readonly rootFile: Uint8Array;
  readonly profile: 'demo' | 'site';
  readonly metadata: Metadata;
  readonly signatures: Signatures;
  readonly sha256: Sha256;
}
