import { concatBytes } from '@noble/hashes/utils.js';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { byteString } from './byte-string.ts';
import type { Malformed, MalformedDetail } from './refusals.ts';

/** A COSE_Sign1 of the profile, its parts as received; says nothing of whether it is genuine. */
export interface Frame {
  /** 8 bytes that name the key; several keys may share them. */
  readonly kid: Uint8Array;
  /** CBOR, not looked at before the signature holds. */
  readonly payload: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** The 13 bytes of the protected header. */
  readonly protectedBytes: Uint8Array;
  /** The whole frame: what a live presentation hashes. */
  readonly bytes: Uint8Array;
}

/**
 * Reads tag 18, array of four, the fixed protected header, an empty unprotected one, payload and
 * signature. `where` of a refusal is the offset of the part that broke the rule.
 */
export function decodeFrame(bytes: Uint8Array): Result<Frame, Malformed> {
  for (const { at, expected, detail } of FIXED_PARTS)
    for (let step = 0; step < expected.length; step += 1) {
      const byte = bytes[at + step];
      if (byte === undefined) return refuse('cbor-truncated', at);
      if (byte !== expected[step]) return refuse(detail, at);
    }
  const payload = readPayloadHead(bytes);
  if (!payload.ok) return payload;
  const { from, length } = payload.value;
  const end = from + length;
  if (end > bytes.length) return refuse('cbor-truncated', PAYLOAD_AT);
  for (let step = 0; step < SIGNATURE_HEAD.length; step += 1) {
    const byte = bytes[end + step];
    if (byte === undefined) return refuse('cbor-truncated', end);
    if (byte !== SIGNATURE_HEAD[step]) return refuse('frame-signature', end);
  }
  const signatureAt = end + SIGNATURE_HEAD.length;
  const signatureEnd = signatureAt + SIGNATURE_LENGTH;
  if (signatureEnd > bytes.length) return refuse('cbor-truncated', end);
  if (signatureEnd < bytes.length)
    return refuse('cbor-trailing-bytes', signatureEnd);
  return ok({
    kid: bytes.subarray(KID_AT, KID_AT + KID_LENGTH),
    payload: bytes.subarray(from, end),
    signature: bytes.subarray(signatureAt),
    protectedBytes: bytes.subarray(PROTECTED_AT, KID_AT + KID_LENGTH),
    bytes,
  });
}

/** The frame of a payload someone has signed. Throws when kid or signature has the wrong length. */
export function encodeFrame(parts: {
  readonly kid: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}): Uint8Array {
  if (parts.signature.length !== SIGNATURE_LENGTH)
    throw new Error('a signature has 64 bytes');
  return concatBytes(
    TAG_AND_ARRAY,
    byteString(protectedHeader(parts.kid)),
    EMPTY_MAP,
    byteString(parts.payload),
    byteString(parts.signature),
  );
}

/** The 13 bytes {1: -8, 4: kid}. Throws when the kid does not have 8 bytes. */
export function protectedHeader(kid: Uint8Array): Uint8Array {
  if (kid.length !== KID_LENGTH) throw new Error('a kid has 8 bytes');
  return concatBytes(PROTECTED_HEAD, kid);
}

const KID_LENGTH = 8;
const SIGNATURE_LENGTH = 64;

const TAG_AND_ARRAY = Uint8Array.of(0xd2, 0x84);
const PROTECTED_HEAD = Uint8Array.of(0xa2, 0x01, 0x27, 0x04, 0x48);
const EMPTY_MAP = Uint8Array.of(0xa0);
const SIGNATURE_HEAD = Uint8Array.of(0x58, SIGNATURE_LENGTH);

const PROTECTED_AT = 3;
const KID_AT = PROTECTED_AT + PROTECTED_HEAD.length;
const UNPROTECTED_AT = KID_AT + KID_LENGTH;
const PAYLOAD_AT = UNPROTECTED_AT + 1;

const FIXED_PARTS: readonly {
  readonly at: number;
  readonly expected: Uint8Array;
  readonly detail: MalformedDetail;
}[] = [
  { at: 0, expected: Uint8Array.of(0xd2), detail: 'frame-tag' },
  { at: 1, expected: Uint8Array.of(0x84), detail: 'frame-array' },
  {
    at: 2,
    expected: concatBytes(Uint8Array.of(0x4d), PROTECTED_HEAD),
    detail: 'frame-protected',
  },
  { at: UNPROTECTED_AT, expected: EMPTY_MAP, detail: 'frame-unprotected' },
];

/** Where the payload starts and how long its head says it is. */
function readPayloadHead(
  bytes: Uint8Array,
): Result<{ readonly from: number; readonly length: number }, Malformed> {
  const first = bytes[PAYLOAD_AT];
  if (first === undefined) return refuse('cbor-truncated', PAYLOAD_AT);
  if (first >> 5 !== 2) return refuse('frame-payload', PAYLOAD_AT);
  const info = first & 31;
  if (info < 24) return ok({ from: PAYLOAD_AT + 1, length: info });
  if (info === 31) return refuse('cbor-indefinite', PAYLOAD_AT);
  if (info > 27) return refuse('frame-payload', PAYLOAD_AT);
  const size = 1 << (info - 24);
  const from = PAYLOAD_AT + 1 + size;
  if (from > bytes.length) return refuse('cbor-truncated', PAYLOAD_AT);
  let length = 0;
  for (const byte of bytes.subarray(PAYLOAD_AT + 1, from))
    length = length * 256 + byte;
  const smallest = size === 1 ? 24 : 256 ** (size / 2);
  if (length < smallest) return refuse('cbor-not-shortest', PAYLOAD_AT);
  return ok({ from, length });
}

function refuse(detail: MalformedDetail, at: number): Result<never, Malformed> {
  return err({ reason: 'malformed', detail, where: String(at) });
}
