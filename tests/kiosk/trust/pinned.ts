import type { Pin } from '#core/trust';
import { firstRoot, type Repository } from '#fixtures/issuer';
import { sha256 } from '#kiosk/crypto';
import type { PlaceRoots } from '#kiosk/drives';
import { metadata } from '#kiosk/tuf';
import { quick } from '../../core/trust/signing.ts';
import { siteRepository } from '../../core/trust/tuf/repositories.ts';

/** Two issuers, at the ninth of their bundles. */
export const repository: Repository = siteRepository({
  versions: { timestamp: 9 },
});

export const pin: Pin = {
  rootFile: firstRoot(repository),
  profile: 'site',
  metadata,
  // Keys of small order are other tests' matter, and are asked about at length.
  signatures: { ...quick, isTorsionFree: () => true },
  sha256,
};

export const noDrives: PlaceRoots = { folders: [], isMounted: () => false };
