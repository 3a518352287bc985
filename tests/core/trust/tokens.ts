import {
  encodeFrame,
  encodeFreshnessClaims,
  kidOf,
  protectedHeader,
  signedBytes,
  toFreshnessTokenText,
  type FreshnessClaims,
  type SigningContext,
} from '#core/pass';
import type { HeldBundle } from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { nowSeconds, testKey, type TestKey } from './signing.ts';

export const rootName = 'ROOT-1';

/** A key of the sample repository's roots, under the kid its tokens have. */
export function roleKey(role: string, index: number = 0): TestKey {
  return inNameOf(rootName, testKey(role, `${index}`));
}

/** The same key as one of a root of that name. */
export function inNameOf(root: string, key: TestKey): TestKey {
  return { ...key, owner: root, kid: kidOf(root, key.publicKey, sha256) };
}

/** The claims that confirm what is held, issued ten minutes ago for an hour. */
export function tokenClaims(
  held: HeldBundle,
  changes: Partial<FreshnessClaims> = {},
): FreshnessClaims {
  const snapshot = held.files.get('snapshot.json');
  if (snapshot === undefined) throw new Error('a bundle holds its snapshot');
  return {
    issuer: rootName,
    issuedAt: nowSeconds - 600,
    expiresAt: nowSeconds + 3_000,
    tokenId: new Uint8Array(16).fill(5),
    snapshot: {
      timestampVersion: held.roles.timestamp.version,
      sha256: sha256(snapshot),
    },
    ...changes,
  };
}

export function signToken(
  claims: FreshnessClaims,
  key: TestKey = roleKey('timestamp'),
): string {
  return signTokenPayload(encodeFreshnessClaims(claims), key);
}

export function signTokenPayload(
  payload: Uint8Array,
  key: TestKey,
  context: SigningContext = 'HP1/fresh',
): string {
  const { kid } = key;
  const protectedBytes = protectedHeader(kid);
  const signature = key.sign(signedBytes({ protectedBytes, payload }, context));
  return toFreshnessTokenText(encodeFrame({ kid, payload, signature }));
}
