import { OutsideProfile } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { encodeClaims, parseClaims } from './claims.ts';
import { encodeFrame, protectedHeader } from './frame.ts';
import type { Pass } from './pass.ts';
import type { ClaimsRefusal } from './refusals.ts';
import { signedBytes } from './signed-bytes.ts';

/** Why a pass was not made: it would not fit its code, or a kiosk would refuse it. */
export type IssueRefusal =
  | {
      readonly reason: 'over-limit';
      readonly bytes: number;
      readonly limit: number;
    }
  | ClaimsRefusal;

/** What an issuer signs with: the id of its key, and the key behind a function. */
export interface Signer {
  readonly kid: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/**
 * The frame of a pass, signed, if it fits its code and every kiosk would read it back: nothing is
 * signed before both are sure.
 */
export function issuePass(
  pass: Pass,
  signer: Signer,
): Result<Uint8Array, IssueRefusal> {
  const payload = checkedPayload(pass);
  if (!payload.ok) return payload;
  const unsigned = { kid: signer.kid, payload: payload.value };
  const bytes = encodeFrame({
    ...unsigned,
    signature: new Uint8Array(64),
  }).length;
  const limit = limitOf(pass);
  if (bytes > limit) return err({ reason: 'over-limit', bytes, limit });
  const protectedBytes = protectedHeader(signer.kid);
  const message = signedBytes({ protectedBytes, ...unsigned }, 'HP1/pass');
  return ok(encodeFrame({ ...unsigned, signature: signer.sign(message) }));
}

/** The longest frame in bytes: QR 24-M for a household, 11-M on paper, 14-M for one person else. */
export function limitOf(pass: Pass): number {
  if (pass.kind === 'household') return 800;
  return pass.form === 'paper' ? 226 : 320;
}

function checkedPayload(pass: Pass): Result<Uint8Array, ClaimsRefusal> {
  const payload = encodedOrRefused(pass);
  if (!payload.ok) return payload;
  const read = parseClaims(payload.value);
  return read.ok ? payload : read;
}

function encodedOrRefused(pass: Pass): Result<Uint8Array, ClaimsRefusal> {
  try {
    return ok(encodeClaims(pass));
  } catch (error) {
    // A name that is not NFC, or a number that is none: the caller's data, not a defect.
    if (!(error instanceof OutsideProfile)) throw error;
    return err({ reason: 'malformed', detail: error.fault.detail });
  }
}
