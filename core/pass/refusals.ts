import type { CborDetail } from '#core/cbor';

/** What a text that is not a pass seems to be, so that the guard can say what to show instead. */
export type Lookalike =
  | 'empty'
  | 'place-code'
  | 'freshness-token'
  | 'full-width-input'
  | 'itinerary-card'
  | 'payment-code'
  | 'eu-certificate'
  | 'smart-health-card'
  | 'wifi'
  | 'url'
  | 'contact'
  | 'digits'
  | 'too-long'
  | 'unknown';

/** Which rule of the text, the frame, CBOR or the claims was broken (docs/pass-format.md names each). */
export type MalformedDetail =
  | 'text-too-long'
  | 'base32-alphabet'
  | 'base32-padding'
  | 'base32-length'
  | 'base32-trailing-bits'
  | CborDetail
  | 'frame-tag'
  | 'frame-array'
  | 'frame-protected'
  | 'frame-unprotected'
  | 'frame-payload'
  | 'frame-signature'
  | 'presentation-array'
  | 'presentation-pass'
  | 'presentation-time'
  | 'presentation-nonce'
  | 'presentation-signature'
  | 'claims-not-a-map'
  | 'claim-missing'
  | 'claim-type'
  | 'claim-range'
  | 'claim-forbidden'
  | 'claim-dates'
  | 'holder-key';

export interface Malformed {
  readonly reason: 'malformed';
  readonly detail: MalformedDetail;
  /** The claim or the byte offset, for engineers; never a value of the pass. */
  readonly where?: string;
}

/** Why a text does not even reach the signature. */
export type FrameRefusal =
  | { readonly reason: 'not-a-pass'; readonly looksLike: Lookalike }
  | { readonly reason: 'update-kiosk' }
  | Malformed;

/** Why a payload under a sound signature is refused. */
export type ClaimsRefusal = Malformed | { readonly reason: 'update-kiosk' };
