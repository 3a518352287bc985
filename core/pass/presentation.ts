import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeCbor, encodeCbor } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { isArray, refuse } from './codec.ts';
import { decodeFrame } from './frame.ts';
import type { Presentation, PresentedPass } from './presented-pass.ts';
import type { Malformed } from './refusals.ts';

/**
 * Reads the array [pass, time, nonce, signature] and the frame inside; says nothing of whether either
 * signature holds. The parts are asked from left to right, the frame last.
 */
export function decodePresentation(
  bytes: Uint8Array,
): Result<PresentedPass, Malformed> {
  const value = decodeCbor(bytes);
  if (!value.ok) {
    const { detail, at } = value.error;
    return err({ reason: 'malformed', detail, where: String(at) });
  }
  if (!isArray(value.value) || value.value.length !== 4)
    return refuse('presentation-array');
  const [pass, presentedAt, nonce, signature] = value.value;
  if (!(pass instanceof Uint8Array)) return refuse('presentation-pass');
  if (typeof presentedAt !== 'number' || presentedAt < 0)
    return refuse('presentation-time');
  if (!(nonce instanceof Uint8Array) || nonce.length !== NONCE_LENGTH)
    return refuse('presentation-nonce');
  if (
    !(signature instanceof Uint8Array) ||
    signature.length !== SIGNATURE_LENGTH
  )
    return refuse('presentation-signature');
  const frame = decodeFrame(pass);
  if (!frame.ok) return frame;
  const presentation = { presentedAt, nonce, signature };
  return ok({ frame: frame.value, presentation });
}

/** The bytes of a live presentation. Throws when nonce, time or signature is none. */
export function encodePresentation({
  passBytes,
  presentedAt,
  nonce,
  signature,
}: Presentation & { readonly passBytes: Uint8Array }): Uint8Array {
  if (signature.length !== SIGNATURE_LENGTH)
    throw new Error('a signature has 64 bytes');
  requireTimeAndNonce(presentedAt, nonce);
  return encodeCbor([passBytes, presentedAt, nonce, signature]);
}

/**
 * The 59 bytes that the holder's key signs: "HP1/present" ‖ SHA-256 of the pass ‖ time ‖ nonce.
 * `presentedAt` is in seconds since 1970 UTC. Throws when time or nonce is none.
 */
export function presentationBytes(
  passBytes: Uint8Array,
  presentedAt: number,
  nonce: Uint8Array,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  requireTimeAndNonce(presentedAt, nonce);
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(presentedAt));
  return concatBytes(PRESENT, sha256(passBytes), time, nonce);
}

const NONCE_LENGTH = 8;
const SIGNATURE_LENGTH = 64;
const PRESENT = utf8ToBytes('HP1/present');

function requireTimeAndNonce(presentedAt: number, nonce: Uint8Array): void {
  if (!Number.isSafeInteger(presentedAt) || presentedAt < 0)
    throw new Error('a presentation has a time in whole seconds');
  if (nonce.length !== NONCE_LENGTH) throw new Error('a nonce has 8 bytes');
}
