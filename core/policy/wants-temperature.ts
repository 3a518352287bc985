import type { TrustedTime } from '#core/trust';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Rules } from './rules.ts';
import { withReading } from './temperature.ts';

/**
 * Whether a normal temperature is all that is missing: true exactly when one would turn the verdict
 * into admit. Nobody is measured whom no temperature could admit.
 */
export function wantsTemperature(
  facts: Facts,
  rules: Rules | undefined,
  now: TrustedTime,
): boolean {
  const thresholds = rules?.policy.temperature;
  if (thresholds === undefined) return false;
  if (decide(facts, rules, now).outcome === 'admit') return false;
  const highestNormal = Math.min(
    thresholds.feverAtCenti - 1,
    thresholds.implausibleAboveCenti,
  );
  const temperature = withReading(facts.temperature, {
    rawCenti: highestNormal,
    estimateCenti: highestNormal,
    source: 'typed',
  });
  return decide({ ...facts, temperature }, rules, now).outcome === 'admit';
}
