import type { Pass } from '#core/pass';
import type { DateFinding } from './checked-pass.ts';
import type { TrustedTime } from './time.ts';

/** How far ahead of our own clock an issuer's may be, in seconds. */
const issuerAheadSeconds = 300;

/**
 * What speaks against the dates of a pass when the truth lies anywhere in [lower, upper]
 * (docs/pass-format.md, "Dates"). Claims are in seconds, the interval in milliseconds.
 */
export function findDates(
  pass: Pick<Pass, 'issuedAt' | 'notBefore' | 'expiresAt'>,
  now: TrustedTime,
): readonly DateFinding[] {
  const { lowerMs, upperMs } = now;
  const expiresMs = pass.expiresAt * 1000;
  const notBeforeMs = pass.notBefore * 1000;

  const found: DateFinding[] = [];
  if (lowerMs >= expiresMs) found.push('expired');
  if (upperMs < notBeforeMs || isIssuedAhead(pass.issuedAt, now))
    found.push('not-yet');
  const mayBeOver = lowerMs < expiresMs && expiresMs <= upperMs;
  const mayBeEarly = lowerMs < notBeforeMs && notBeforeMs <= upperMs;
  if (mayBeOver || mayBeEarly) found.push('doubtful-clock');
  return found;
}

/** Whether something was issued, in seconds, further in the future than an issuer's clock may be. */
export function isIssuedAhead(
  issuedAt: number,
  { upperMs }: TrustedTime,
): boolean {
  return (issuedAt - issuerAheadSeconds) * 1000 > upperMs;
}
