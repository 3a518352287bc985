import type { Health, Pass } from './pass.ts';

/** Every person a pass stands for: one, or the members of a household, in the order of the pass. */
export function personsOf(pass: Pass): readonly Health[] {
  return pass.kind === 'single' ? [pass.health] : pass.members;
}
