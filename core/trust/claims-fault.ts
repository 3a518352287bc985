import { personsOf, type Malformed, type Pass } from '#core/pass';
import { colourOf } from './colour.ts';
import { checkPublicKey } from './public-key.ts';
import type { Signatures } from './signatures.ts';
import type { Issuer } from './trust-list.ts';

/**
 * The rules of the claims that the payload alone cannot settle: the holder's key is asked for its
 * point, and a colour other than normal, by the issuer's own map, must come with its reason.
 */
export function findClaimsFault(
  pass: Pass,
  issuer: Issuer,
  signatures: Signatures,
): Malformed | undefined {
  if (!hasUsableHolderKey(pass, signatures)) {
    return { reason: 'malformed', detail: 'holder-key', where: '8' };
  }
  const where = findUnexplainedColour(pass, issuer);
  if (where === undefined) return undefined;
  return { reason: 'malformed', detail: 'claim-missing', where };
}

function hasUsableHolderKey(pass: Pass, signatures: Signatures): boolean {
  if (pass.holderKey === undefined) return true;
  const isTorsionFree = (key: Uint8Array): boolean =>
    signatures.isTorsionFree(key);
  return checkPublicKey(pass.holderKey, isTorsionFree) === 'usable';
}

/** The place of the missing reason, as keys of the format. */
function findUnexplainedColour(pass: Pass, issuer: Issuer): string | undefined {
  const at = personsOf(pass).findIndex((health) => {
    const colour = colourOf(health, issuer);
    const isNormal = colour === undefined || colour === 'green';
    return !isNormal && health.colourReason === undefined;
  });
  if (at === -1) return undefined;
  return pass.kind === 'single' ? '-65537/4' : `-65537/11/${at}/4`;
}
