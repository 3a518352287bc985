import { personsOf } from '#core/pass';
import type { AuthenticPass, TrustedTime } from '#core/trust';
import type { Facts } from './facts.ts';
import { clockObjections, freshnessObjections } from './knowledge.ts';
import {
  arrivalObjections,
  colourObjections,
  dateObjections,
  scopeObjections,
  statusObjections,
} from './pass-objections.ts';
import type { Objection } from './reasons.ts';
import { reasonOutcomes } from './reasons.ts';
import type { Rules } from './rules.ts';
import { recognise } from './recognition.ts';
import { showingObjections } from './showing-objections.ts';
import { feverObjections, measurementObjections } from './temperature.ts';

/** What an authentic pass is judged by, besides the rules. */
export type Known = Pick<Facts, 'history' | 'temperature'> & {
  readonly authentic: AuthenticPass;
};

/**
 * Everything that stands against a genuine pass, one objection a code: those that deny first, then
 * in the order below. Empty only when every person of the pass is green by the issuer's map and by
 * these rules.
 */
export function objectionsTo(
  known: Known,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Objection[] {
  const everyone = personsOf(known.authentic.pass).map((_, person) => person);
  return collected(known, everyone, rules, now);
}

/**
 * One member of a household as if they held the pass alone: everything against them, and apart from
 * it what the verdict on the whole does not already say of everyone.
 */
export function objectionsToMember(
  known: Known,
  person: number,
  rules: Rules | undefined,
  now: TrustedTime,
): { readonly all: readonly Objection[]; readonly own: readonly Objection[] } {
  const said = codesOf(objectionsTo(known, rules, now));
  const shared = codesOf(collected(known, [], rules, now));
  const all = collected(known, [person], rules, now);
  const own = all.filter(({ code }) => !said.has(code) || !shared.has(code));
  return { all, own };
}

/** What stands against these persons, by their places in the pass, and against the pass itself. */
function collected(
  { authentic, history, temperature }: Known,
  persons: readonly number[],
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Objection[] {
  const thresholds = rules?.policy.temperature;
  const recognised = recognise(authentic, rules?.policy, now);
  const found: readonly Objection[] = [
    ...feverObjections(temperature, thresholds),
    ...statusObjections(authentic, persons),
    ...recognised.objections,
    ...colourObjections(authentic, persons, rules?.policy),
    ...arrivalObjections(authentic, persons, recognised.over),
    ...dateObjections(authentic, now),
    ...scopeObjections(authentic),
    ...clockObjections(now),
    ...freshnessObjections(rules, now),
    ...showingObjections(authentic, history, rules, now),
  ];
  // Whoever is refused anyway is not asked to be measured.
  const isSpared = temperature.kind === 'not-taken' && found.some(isRefusal);
  const isAsked = recognised.isMeasured && !isSpared;
  const unmeasured = isAsked
    ? measurementObjections(temperature, thresholds)
    : [];
  return strictestFirst(mergeByCode([...found, ...unmeasured]));
}

/** One objection a code, where it was first found, its different details joined by `+`. */
function mergeByCode(found: readonly Objection[]): readonly Objection[] {
  return [...codesOf(found)].map((code) => {
    const details = found
      .filter((objection) => objection.code === code)
      .flatMap(({ detail }) => (detail === undefined ? [] : [detail]));
    return details.length === 0
      ? { code }
      : { code, detail: [...new Set(details)].join('+') };
  });
}

function strictestFirst(found: readonly Objection[]): readonly Objection[] {
  return [
    ...found.filter(isRefusal),
    ...found.filter((objection) => !isRefusal(objection)),
  ];
}

function isRefusal({ code }: Objection): boolean {
  return reasonOutcomes[code] === 'deny';
}

function codesOf(found: readonly Objection[]): ReadonlySet<Objection['code']> {
  return new Set(found.map(({ code }) => code));
}
