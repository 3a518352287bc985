import { raise, type Repository } from '#fixtures/issuer';
import type { BundleFiles, BundleRefusal } from '#core/trust';
import { nowMs } from '../signing.ts';
import { siteRepository } from './repositories.ts';

/** What somebody sends a kiosk that holds `held` (or nothing), and what it answers. */
export interface Attack {
  readonly name: string;
  readonly held?: Repository;
  readonly sent: BundleFiles;
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

/** What the rightful publisher would send to whoever holds `held`. */
export const next = raise({ ...held, signedAtMs: nowMs }, ...everyRole);
