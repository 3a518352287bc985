import { decodePlaceCode, parsePlaceClaims } from '#core/pass';
import type { CheckedPlaceCode } from './checked-place-code.ts';
import { isIssuedAhead } from './dates.ts';
import { findSigner } from './find-signer.ts';
import { readClaims } from './read-claims.ts';
import { findPlaceScope } from './scope.ts';
import type { Signatures } from './signatures.ts';
import type { TrustedTime } from './time.ts';
import type { TrustList } from './trust-list.ts';

/**
 * Which place a text is the code of, in the order of docs/pass-format.md: the first failure ends it.
 * `trust` is the list of the kiosk's own profile; at a gate a place code is not asked this, it is
 * something to show a pass instead of.
 */
export function checkPlaceCode(
  text: string,
  trust: TrustList | undefined,
  signatures: Signatures,
  now: TrustedTime,
): CheckedPlaceCode {
  const frame = decodePlaceCode(text);
  if (!frame.ok) return { kind: 'unreadable', refusal: frame.error };
  if (trust === undefined) return { kind: 'unknown-key' };
  const signer = findSigner(frame.value, 'HP1/site', trust, signatures);
  if (signer.kind !== 'found') return signer;

  const { issuer, key } = signer;
  const read = readClaims(frame.value.payload, issuer, parsePlaceClaims);
  if (read.kind !== 'read') return read;
  const place = read.claims;
  return {
    kind: 'genuine',
    place,
    issuer,
    outOfScope: findPlaceScope(place, key),
    dates: isIssuedAhead(place.issuedAt, now) ? ['not-yet'] : [],
  };
}
