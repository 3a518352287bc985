import { decodeCbor } from '#core/cbor';
import { peekIssuer, type ClaimsRefusal } from '#core/pass';
import type { Result } from '#core/result';
import { isMap } from './shape.ts';

export type ReadClaims<T, I> =
  | { readonly kind: 'read'; readonly claims: T }
  | { readonly kind: 'counterfeit'; readonly detail: 'issuer-mismatch' }
  | {
      readonly kind: 'unusable';
      readonly issuer: I;
      readonly refusal: ClaimsRefusal;
    };

/**
 * What stands under the sound signature of `issuer`. A payload that is a map names its issuer first:
 * absent or another's outranks every other fault.
 */
export function readClaims<
  T extends { readonly issuer: string },
  I extends { readonly id: string },
>(
  payload: Uint8Array,
  issuer: I,
  parse: (payload: Uint8Array) => Result<T, ClaimsRefusal>,
): ReadClaims<T, I> {
  const read = parse(payload);
  const isOthers = read.ok
    ? read.value.issuer !== issuer.id
    : isMapOfOthers(payload, issuer);
  if (isOthers) return { kind: 'counterfeit', detail: 'issuer-mismatch' };
  return read.ok
    ? { kind: 'read', claims: read.value }
    : { kind: 'unusable', issuer, refusal: read.error };
}

function isMapOfOthers(
  payload: Uint8Array,
  issuer: { readonly id: string },
): boolean {
  const value = decodeCbor(payload);
  const isClaims = value.ok && isMap(value.value);
  return isClaims && peekIssuer(payload) !== issuer.id;
}
