import { encodeCbor } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { openPayload } from './claims.ts';
import {
  bytesOfCode,
  openCodeText,
  refusePrefix,
  toCodeText,
} from './code-text.ts';
import { bytes, text, uint } from './codec.ts';
import type { Codec } from './codec.ts';
import { mapOf, optional, required } from './composed-codec.ts';
import { decodeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import type { FrameRefusal, Malformed } from './refusals.ts';
import { ISSUER_CLAIM, issuerName } from './wire-claims.ts';

/** A place as its code names it. */
export interface Place {
  readonly siteId: string;
  readonly name?: string;
  /** The issuer's own numbering. */
  readonly siteType?: number;
  /** Six digits. */
  readonly area?: number;
}

/** What a place code says: it hangs at a door for years, so it has no end. */
export interface PlaceClaims {
  readonly issuer: string;
  /** Seconds since 1970 UTC. */
  readonly issuedAt: number;
  /** 16 bytes that name this code, for audit only. */
  readonly codeId: Uint8Array;
  readonly place: Place;
}

/**
 * A raw capture to the frame of a place code; `not-a-pass` means here that it is no place code. Says
 * nothing of whether its signature holds.
 */
export function decodePlaceCode(text: string): Result<Frame, FrameRefusal> {
  const code = openCodeText(text);
  if (code.prefix !== 'HS1') return refusePrefix(code);
  const frame = bytesOfCode(code);
  return frame.ok ? decodeFrame(frame.value) : frame;
}

/** The text that a place code carries. */
export function toPlaceCodeText(bytes: Uint8Array): string {
  return toCodeText('HS1', bytes);
}

/** A payload to what it says of a place. Call it under a sound signature only. */
export function parsePlaceClaims(
  payload: Uint8Array,
): Result<PlaceClaims, Malformed> {
  const opened = openPayload(payload);
  if (!opened.ok) return opened;
  const claims = placeClaims.read(opened.value);
  if (!claims.ok) return claims;
  if (opened.value.has(EXPIRY_CLAIM))
    return err({ reason: 'malformed', detail: 'claim-forbidden', where: '4' });
  return ok(claims.value);
}

/** The payload of a place code. Throws OutsideProfile for text that the profile refuses. */
export function encodePlaceClaims(claims: PlaceClaims): Uint8Array {
  return encodeCbor(placeClaims.write(claims));
}

const EXPIRY_CLAIM = 4;

const place: Codec<Place> = mapOf({
  siteId: required(1, text(64)),
  name: optional(2, text(60)),
  siteType: optional(3, uint()),
  area: optional(4, uint(100_000, 999_999)),
});

const placeClaims: Codec<PlaceClaims> = mapOf({
  issuer: required(ISSUER_CLAIM, issuerName),
  issuedAt: required(6, uint()),
  codeId: required(7, bytes(16)),
  place: required(-65538, place),
});
