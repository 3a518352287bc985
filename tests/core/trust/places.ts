import {
  encodeFrame,
  encodePlaceClaims,
  protectedHeader,
  signedBytes,
  toPlaceCodeText,
  type PlaceClaims,
  type SigningContext,
} from '#core/pass';
import { nowSeconds, type TestKey } from './signing.ts';

export function placeClaims(changes: Partial<PlaceClaims> = {}): PlaceClaims {
  return {
    issuer: '51',
    issuedAt: nowSeconds - 3_600,
    codeId: new Uint8Array(16).fill(9),
    place: { siteId: 'CD-0042', name: '春熙路', siteType: 7, area: 510_104 },
    ...changes,
  };
}

export function signPlace(claims: PlaceClaims, key: TestKey): string {
  return signPlacePayload(encodePlaceClaims(claims), key);
}

export function signPlacePayload(
  payload: Uint8Array,
  key: TestKey,
  context: SigningContext = 'HP1/site',
): string {
  const { kid } = key;
  const protectedBytes = protectedHeader(kid);
  const signature = key.sign(signedBytes({ protectedBytes, payload }, context));
  return toPlaceCodeText(encodeFrame({ kid, payload, signature }));
}
