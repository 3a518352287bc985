import type { Health } from '#core/pass';
import type { Colour, Issuer } from './trust-list.ts';

/** The colour in the common scale, or undefined where the issuer's map does not confirm it. */
export function colourOf(
  health: Pick<Health, 'colour'>,
  issuer: Issuer,
): Colour | undefined {
  const code = health.colour?.code;
  // The issuer controls the code: an inherited name such as `constructor` is no colour.
  return code !== undefined && Object.hasOwn(issuer.colours, code)
    ? issuer.colours[code]
    : undefined;
}
