import type { Repository } from '#fixtures/issuer';
import { nowMs } from '../../core/trust/signing.ts';
import { repository } from '../trust/pinned.ts';

/** The version of a repository in which the key of this number has died, and no other. */
export function killing(version: number): Repository {
  const roles = ['policy', 'snapshot', 'timestamp'];
  return {
    ...repository,
    versions: Object.fromEntries(roles.map((role) => [role, version])),
    signedAtMs: nowMs - 1_000_000 + version,
    issuers: repository.issuers.slice(0, 1).map((issuer) => ({
      ...issuer,
      statusLists: [],
    })),
    kills: { kids: [deadKid(version)], ranges: [] },
  };
}

export function deadKid(version: number): string {
  return version.toString(16).padStart(16, '0');
}
