/** One settled measurement: the median of a stable run of samples, in hundredths of a degree. */
export interface Reading {
  /** What the sensor said, before any correction. */
  readonly rawCenti: number;
  /** The body-equivalent estimate under the device's profile; compared unrounded. */
  readonly estimateCenti: number;
  /** `typed` was entered by the guard from another thermometer. */
  readonly source: 'sensor' | 'typed';
}
