import type { AuthenticPass, TrustedTime } from '#core/trust';
import type { TemperatureFacts } from './facts.ts';
import { clockObjections, freshnessObjections } from './knowledge.ts';
import {
  colourObjections,
  dateObjections,
  identityObjections,
  scopeObjections,
  statusObjections,
} from './pass-objections.ts';
import type { Objection } from './reasons.ts';
import { reasonOutcomes } from './reasons.ts';
import type { Rules } from './rules.ts';
import { feverObjections, measurementObjections } from './temperature.ts';

/**
 * Everything that stands against a genuine pass, one objection a code: those that deny first, then
 * in the order below. Empty only when every person of the pass is green by the issuer's map and by
 * these rules.
 */
export function objectionsTo(
  authentic: AuthenticPass,
  taken: TemperatureFacts,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Objection[] {
  const thresholds = rules?.policy.temperature;
  const found: readonly Objection[] = [
    ...feverObjections(taken, thresholds),
    ...statusObjections(authentic),
    ...colourObjections(authentic, rules?.policy),
    ...dateObjections(authentic, now),
    ...scopeObjections(authentic),
    ...clockObjections(now),
    ...freshnessObjections(rules, now),
    ...identityObjections(authentic.pass, rules?.policy),
  ];
  // Whoever is refused anyway is not asked to be measured.
  const isSpared = taken.kind === 'not-taken' && found.some(isRefusal);
  const unmeasured = isSpared ? [] : measurementObjections(taken, thresholds);
  return strictestFirst(mergeByCode([...found, ...unmeasured]));
}

/** One objection a code, where it was first found, its different details joined by `+`. */
function mergeByCode(found: readonly Objection[]): readonly Objection[] {
  return [...new Set(found.map(({ code }) => code))].map((code) => {
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
