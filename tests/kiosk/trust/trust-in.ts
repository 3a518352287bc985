import { kidOf } from '#core/pass';
import type { HeldBundle } from '#core/trust';
import {
  freshnessToken,
  type Repository,
  type SigningKey,
} from '#fixtures/issuer';
import type { Store } from '#db';
import { sha256 } from '#kiosk/crypto';
import { openTrust, tombstonesIn, type TrustKeeper } from '#kiosk/trust';
import {
  nowMs,
  nowSeconds,
  testKey,
  trustedNow,
} from '../../core/trust/signing.ts';
import { bundle } from '../../core/trust/tuf/repositories.ts';
import { storeIn } from '../../db/store-in.ts';
import { pin, repository } from './pinned.ts';

/** A folder's trust as a start finds it. */
export function trustIn(folder: string, store: Store): TrustKeeper {
  return openTrust(store, pin, tombstonesIn(folder));
}

/** What became of a repository's bundle. */
export function take(trust: TrustKeeper, from: Repository): string {
  const result = trust.apply(bundle(from), trustedNow);
  return result.ok ? result.value.kind : result.error.code;
}

/** A later bundle of the same, signed now. */
export function later(
  from: Repository,
  version: number,
  changes: Partial<Repository> = {},
): Repository {
  const versions = Object.fromEntries(
    ['targets', 'snapshot', 'timestamp', 'policy'].map((role) => [
      role,
      version,
    ]),
  );
  return {
    ...from,
    versions: { ...from.versions, ...versions },
    signedAtMs: nowMs,
    ...changes,
  };
}

/** The folder's store opened, its trust read, and the store closed again. */
export function restarted(folder: string): {
  readonly held: HeldBundle | undefined;
  readonly asOfMs: number | undefined;
} {
  const store = storeIn(folder);
  const trust = trustIn(folder, store);
  store.close();
  return { held: trust.held(), asOfMs: trust.asOfMs() };
}

/** A token for what is held, signed so many seconds before now. */
export function tokenFor(
  { roles, files }: HeldBundle,
  agoSeconds: number = 60,
): string {
  const snapshot = files.get('snapshot.json');
  if (snapshot === undefined) throw new Error('a bundle has a snapshot');
  return freshnessToken(timestampKey(), {
    timestampVersion: roles.timestamp.version,
    snapshotSha256: sha256(snapshot),
    issuedAt: nowSeconds - agoSeconds,
    expiresAt: nowSeconds - agoSeconds + 3_600,
  });
}

function timestampKey(): SigningKey {
  const { publicKey, privateKey } = testKey('timestamp', '0');
  const owner = repository.name;
  const kid = kidOf(owner, publicKey, sha256);
  return { owner, kid, publicKey, privateKey };
}
