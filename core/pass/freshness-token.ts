import { encodeCbor } from '#core/cbor';
import { err } from '#core/result';
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
import { mapOf, required } from './composed-codec.ts';
import { decodeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import type { FrameRefusal, Malformed } from './refusals.ts';
import { ISSUER_CLAIM } from './wire-claims.ts';

/** Which documents were the latest when a token was signed. */
export interface ConfirmedSnapshot {
  /** Of the timestamp metadata. */
  readonly timestampVersion: number;
  /** SHA-256 of the whole file of the snapshot metadata: 32 bytes. */
  readonly sha256: Uint8Array;
}

/** What a freshness token says: at `issuedAt` this was still the latest. */
export interface FreshnessClaims {
  /** The name of the root whose timestamp role signs. */
  readonly issuer: string;
  /** Seconds since 1970 UTC, exclusive; at most 24 hours after `issuedAt`. */
  readonly expiresAt: number;
  /** Seconds since 1970 UTC. */
  readonly issuedAt: number;
  /** 16 bytes that name this token, for audit only. */
  readonly tokenId: Uint8Array;
  readonly snapshot: ConfirmedSnapshot;
}

/**
 * A raw capture to the frame of a freshness token; `not-a-pass` means here that it is no token. Says
 * nothing of whether its signature holds.
 */
export function decodeFreshnessToken(
  text: string,
): Result<Frame, FrameRefusal> {
  const code = openCodeText(text);
  if (code.prefix !== 'HT1') return refusePrefix(code);
  const frame = bytesOfCode(code);
  return frame.ok ? decodeFrame(frame.value) : frame;
}

/** The text that a freshness token carries. */
export function toFreshnessTokenText(bytes: Uint8Array): string {
  return toCodeText('HT1', bytes);
}

/** A payload to what it confirms. Call it under a sound signature only. */
export function parseFreshnessClaims(
  payload: Uint8Array,
): Result<FreshnessClaims, Malformed> {
  const opened = openPayload(payload);
  if (!opened.ok) return opened;
  const claims = freshnessClaims.read(opened.value);
  if (!claims.ok) return claims;
  const { expiresAt, issuedAt } = claims.value;
  const isInOrder =
    issuedAt < expiresAt && expiresAt - issuedAt <= LONGEST_SECONDS;
  return isInOrder
    ? claims
    : err({ reason: 'malformed', detail: 'claim-dates' });
}

/** The payload of a freshness token. Throws OutsideProfile for a name that the profile refuses. */
export function encodeFreshnessClaims(claims: FreshnessClaims): Uint8Array {
  return encodeCbor(freshnessClaims.write(claims));
}

const LONGEST_SECONDS = 24 * 3600;
/** In bytes: the name of a root has up to 60 characters. */
const LONGEST_ROOT_NAME = 240;

const snapshot: Codec<ConfirmedSnapshot> = mapOf({
  timestampVersion: required(1, uint()),
  sha256: required(2, bytes(32)),
});

const freshnessClaims: Codec<FreshnessClaims> = mapOf({
  issuer: required(ISSUER_CLAIM, text(LONGEST_ROOT_NAME)),
  expiresAt: required(4, uint()),
  issuedAt: required(6, uint()),
  tokenId: required(7, bytes(16)),
  snapshot: required(-65539, snapshot),
});
