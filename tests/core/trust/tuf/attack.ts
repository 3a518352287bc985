import { raise, type Repository } from '#fixtures/issuer';
import type {
  BundleFiles,
  BundleRefusal,
  Remembered,
  TrustedTime,
} from '#core/trust';
import { nowMs } from '../signing.ts';
import { siteRepository } from './repositories.ts';

/**
 * What somebody sends a kiosk that holds `held` (or nothing) and remembers what is kept outside its
 * store, and what it answers.
 */
export interface Attack {
  readonly name: string;
  readonly held?: Repository;
  readonly remembered?: Remembered;
  /** What time it is for that kiosk, where it matters. */
  readonly now?: TrustedTime;
  /** As a file, where it is the file that is spoiled. */
  readonly sent: BundleFiles | Uint8Array;
  readonly refusal: BundleRefusal;
}

export const everyRole: readonly string[] = [
  'timestamp',
  'snapshot',
  'targets',
  'policy',
  'issuer.51',
  'issuer.37',
  'status.51',
  'status.37',
];

/** With every role at version 1. */
export const first = siteRepository();

export const held = siteRepository({
  versions: Object.fromEntries(everyRole.map((role) => [role, 5])),
});

/** What the rightful publisher would send to whoever holds `held`, remembered or not. */
export const next = raise({ ...held, signedAtMs: nowMs }, ...everyRole);
