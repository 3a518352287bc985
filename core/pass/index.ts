export type * from './pass.ts';
export type * from './refusals.ts';
export { decodeBase32, encodeBase32 } from './base32.ts';
export { encodeClaims, parseClaims, peekIssuer } from './claims.ts';
export { decodeFrame, encodeFrame, protectedHeader } from './frame.ts';
export type { Frame } from './frame.ts';
export {
  decodeFreshnessToken,
  encodeFreshnessClaims,
  parseFreshnessClaims,
  toFreshnessTokenText,
} from './freshness-token.ts';
export type { ConfirmedSnapshot, FreshnessClaims } from './freshness-token.ts';
export { issuePass, limitOf } from './issue.ts';
export type { IssueRefusal, Signer } from './issue.ts';
export { kidOf } from './kid.ts';
export { signedBytes } from './signed-bytes.ts';
export type { SigningContext } from './signed-bytes.ts';
export {
  decodePlaceCode,
  encodePlaceClaims,
  parsePlaceClaims,
  toPlaceCodeText,
} from './place-code.ts';
export type { Place, PlaceClaims } from './place-code.ts';
export { encodePresentation, presentationBytes } from './presentation.ts';
export { decodeText, toPassText, toPresentationText } from './text.ts';
export type * from './presented-pass.ts';
export { personsOf } from './persons.ts';
