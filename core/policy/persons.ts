import type { Health, Pass } from '#core/pass';
import type { Colour, Issuer } from '#core/trust';

/** Every person a pass stands for: one, or the members of a household. */
export function personsOf(pass: Pass): readonly Health[] {
  return pass.kind === 'single' ? [pass.health] : pass.members;
}

/** The colour in the common scale, or undefined where the issuer's map does not confirm it. */
export function colourOf(health: Health, issuer: Issuer): Colour | undefined {
  const code = health.colour?.code;
  // The issuer controls the code: an inherited name such as `constructor` is no colour.
  return code !== undefined && Object.hasOwn(issuer.colours, code)
    ? issuer.colours[code]
    : undefined;
}
