import { createHash } from 'node:crypto';
import type { AuthenticPass } from '#core/trust';

/**
 * Tells one live presentation from every other: the first 16 bytes of
 * SHA-256("postern/presentation" ‖ issuer ‖ 00 ‖ pass id ‖ nonce) in hex; undefined for a still pass.
 *
 * Without a key, unlike the tag of a pass: keys change at midnight, and a replay has to be known past
 * it. It gives nobody away, for the nonce is 8 random bytes used once: who has not seen that very
 * presentation can neither compute the tag nor link it to another of the same pass.
 */
export function presentationTagOf({
  pass,
  showing,
}: AuthenticPass): string | undefined {
  if (showing.kind === 'still') return undefined;
  return createHash('sha256')
    .update(domain)
    .update(pass.issuer)
    .update(Uint8Array.of(0))
    .update(pass.passId)
    .update(showing.nonce)
    .digest('hex')
    .slice(0, 32);
}

const domain = 'postern/presentation';
