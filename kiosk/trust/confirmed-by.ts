import {
  checkFreshnessToken,
  type HeldBundle,
  type Pin,
  type TrustedTime,
} from '#core/trust';

/**
 * As of when a token that was believed once says that what is held is the latest, in UTC milliseconds;
 * undefined where it is about another bundle. When it ran out was asked on the day it came: what it says
 * stays true.
 */
export function confirmedBy(
  token: string | undefined,
  held: HeldBundle,
  { signatures, sha256 }: Pin,
): number | undefined {
  if (token === undefined) return undefined;
  const target = { held, asOfMs: undefined, signatures, sha256 };
  const checked = checkFreshnessToken(token, target, anyTime);
  return checked.ok ? checked.value.signedAtMs : undefined;
}

const anyTime: TrustedTime = {
  lowerMs: -Infinity,
  atMs: 0,
  upperMs: Infinity,
  state: 'unknown',
  monoMs: 0,
  bootId: '',
};
