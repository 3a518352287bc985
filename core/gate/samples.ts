import type { Reading } from '#core/policy';
import type { Measuring, Sample, ThermometerProfile } from './gate.ts';
import { gateTimes } from './times.ts';

/** Whether a sample was taken of this person: not before they were asked, not after time was up. */
export function belongsTo(
  { sinceMs, untilMs }: Measuring,
  { monoMs }: Sample,
): boolean {
  return monoMs >= sinceMs && monoMs < untilMs;
}

/**
 * Whether the sensor sees a person: 28 to 43 °C, and 2 °C above its surroundings unless those are
 * themselves above 33 °C or not known.
 */
export function isPerson({ objectCenti, ambientCenti }: Sample): boolean {
  if (objectCenti < 2800 || objectCenti > 4300) return false;
  if (ambientCenti === undefined || ambientCenti > 3300) return true;
  return objectCenti - ambientCenti >= 200;
}

/** The reading a run of samples settles on: the median of its stable end; undefined until then. */
export function settledReading(
  samples: readonly Sample[],
  profile: ThermometerProfile,
): Reading | undefined {
  const stable = stableEnd(samples, profile);
  const rawCenti =
    stable.length < profile.stableSamples ? undefined : upperMedian(stable);
  if (rawCenti === undefined) return undefined;
  return {
    rawCenti,
    estimateCenti: rawCenti + profile.offsetCenti,
    source: 'sensor',
  };
}

/** How much of a stable run has been seen, from 0 to 1. */
export function settledShare(
  samples: readonly Sample[],
  profile: ThermometerProfile,
): number {
  return stableEnd(samples, profile).length / profile.stableSamples;
}

/** Whether a run has gone on for longer than a person can be asked to hold still. */
export function isUnsettled(samples: readonly Sample[]): boolean {
  const times = samples.map(({ monoMs }) => monoMs);
  return Math.max(...times) - Math.min(...times) > gateTimes.settleMs;
}

/** The latest values, no more than a reading needs, that lie within the spread of each other. */
function stableEnd(
  samples: readonly Sample[],
  { stableSamples, spreadCenti }: ThermometerProfile,
): readonly number[] {
  const latest = samples
    .map(({ objectCenti }) => objectCenti)
    .slice(-stableSamples);
  const start = latest.findIndex((_, index) => {
    const end = latest.slice(index);
    return Math.max(...end) - Math.min(...end) <= spreadCenti;
  });
  return latest.slice(start);
}

/** Of an even number the higher of the two in the middle: a value that was measured, erring warm. */
function upperMedian(values: readonly number[]): number | undefined {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)];
}
