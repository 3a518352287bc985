import { sha256 } from '@noble/hashes/sha2.js';
import { presentationBytes, type PresentedPass } from '#core/pass';
import { err, ok, type Result } from '#core/result';
import type { Showing } from './checked-pass.ts';
import { bothAgree } from './ed25519.ts';
import type { Signatures } from './signatures.ts';
import type { TrustedTime } from './time.ts';

/**
 * How a pass was shown, or why what its holder's client adds to it is not believed. The point of
 * `holderKey` has been checked.
 */
export function findShowing(
  { frame, presentation }: PresentedPass,
  holderKey: Uint8Array | undefined,
  signatures: Signatures,
  now: TrustedTime,
): Result<Showing, 'no-holder-key' | 'holder-signature'> {
  if (presentation === undefined) return ok({ kind: 'still' });
  if (holderKey === undefined) return err('no-holder-key');
  const { presentedAt, nonce, signature } = presentation;
  const message = presentationBytes(frame.bytes, presentedAt, nonce, sha256);
  const finding = bothAgree(message, signature, holderKey, signatures);
  if (finding !== 'sound') return err('holder-signature');
  return ok({ kind: 'live', nonce, isStale: isStale(presentedAt, now) });
}

/** How far the holder's clock may be off, besides the time that scanning takes. */
const ageAllowedMs = 90_000;

function isStale(
  presentedAt: number,
  { lowerMs, upperMs }: TrustedTime,
): boolean {
  const presentedMs = presentedAt * 1000;
  return (
    presentedMs < lowerMs - ageAllowedMs || presentedMs > upperMs + ageAllowedMs
  );
}
