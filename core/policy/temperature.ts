import type { TemperatureFacts } from './facts.ts';
import type { TemperaturePolicy } from '#core/trust';
import type { Objection } from './reasons.ts';

/** One settled measurement: the median of a stable run of samples, in hundredths of a degree. */
export interface Reading {
  /** What the sensor said, before any correction. */
  readonly rawCenti: number;
  /** The body-equivalent estimate under the device's profile; compared unrounded. */
  readonly estimateCenti: number;
  /** `typed` was entered by the guard from another thermometer. */
  readonly source: 'sensor' | 'typed';
}

/**
 * A fever seen once and not contradicted since is measured again; seen twice it stands, whatever a
 * later reading says.
 */
export function feverObjections(
  taken: TemperatureFacts,
  thresholds: TemperaturePolicy | undefined,
): readonly Objection[] {
  if (thresholds === undefined) return [];
  const { feverAtCenti } = thresholds;
  const believed = readingsOf(taken).filter((reading) =>
    isPlausible(reading, thresholds),
  );
  const isFever = (reading: Reading): boolean =>
    reading.estimateCenti >= feverAtCenti;
  if (believed.filter(isFever).length > 1) return [{ code: 'fever-confirmed' }];
  return believed.slice(-1).some(isFever) ? [{ code: 'fever' }] : [];
}

/** What is wrong with the measurement itself, where one is asked for. */
export function measurementObjections(
  taken: TemperatureFacts,
  thresholds: TemperaturePolicy | undefined,
): readonly Objection[] {
  if (thresholds === undefined) return [];
  const isLastOdd = readingsOf(taken)
    .slice(-1)
    .some((reading) => !isPlausible(reading, thresholds));
  const odd: readonly Objection[] = isLastOdd
    ? [{ code: 'temperature-implausible' }]
    : [];
  switch (taken.kind) {
    case 'taken':
      return odd;
    case 'not-taken':
      return [{ code: 'temperature-missing' }];
    case 'gave-up':
      return taken.why === 'unstable'
        ? [{ code: 'temperature-unstable' }, ...odd]
        : [{ code: 'temperature-missing', detail: taken.why }, ...odd];
  }
}

export function readingsOf(taken: TemperatureFacts): readonly Reading[] {
  return taken.kind === 'not-taken' ? [] : taken.readings;
}

/** What is known after one more settled reading. */
export function withReading(
  taken: TemperatureFacts,
  reading: Reading,
): TemperatureFacts {
  const [first, ...later] = readingsOf(taken);
  return {
    kind: 'taken',
    readings: first === undefined ? [reading] : [first, ...later, reading],
  };
}

function isPlausible(
  { estimateCenti }: Reading,
  thresholds: TemperaturePolicy,
): boolean {
  return (
    estimateCenti >= thresholds.implausibleBelowCenti &&
    estimateCenti <= thresholds.implausibleAboveCenti
  );
}
