import { fill, type Words } from '#kiosk/contract';
import { ageOf } from './age.ts';

/** So long, short enough for a bar: 2 小时, 3 d. */
export function saySpan(spanMs: number, w: Words): string {
  const { unit, count } = ageOf(spanMs);
  return fill(w.ages[unit], { n: count });
}
