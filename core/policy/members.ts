import type { TrustedTime } from '#core/trust';
import { badgesOf } from './badges.ts';
import { objectionsToMember, type Known } from './objections.ts';
import type { Objection } from './reasons.ts';
import { reasonOutcomes } from './reasons.ts';
import type { Rules } from './rules.ts';
import { personShown } from './subject.ts';
import type { MemberVerdict } from './verdict.ts';

/**
 * A verdict on each member of a household, in the order of the pass; none of a single pass. The
 * strictest of the outcomes is that of the whole. What stands against everyone counts in each of
 * them and is said once, of the whole.
 */
export function memberVerdicts(
  known: Known,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly MemberVerdict[] {
  const { pass, issuer } = known.authentic;
  if (pass.kind === 'single') return [];
  return pass.members.map((health, person) => {
    const { all, own } = objectionsToMember(known, person, rules, now);
    return {
      ...personShown(health, issuer),
      outcome: outcomeOf(all),
      reasons: own,
      badges: badgesOf(pass, [health], rules, now),
    };
  });
}

function outcomeOf([first]: readonly Objection[]): MemberVerdict['outcome'] {
  return first === undefined ? 'admit' : reasonOutcomes[first.code];
}
