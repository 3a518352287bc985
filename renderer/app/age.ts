import type { Words } from '#kiosk/contract';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** An age in the largest unit that it fills twice, rounded down. */
export function ageOf(ageMs: number): {
  readonly unit: keyof Words['ages'];
  readonly count: number;
} {
  if (ageMs >= 2 * dayMs)
    return { unit: 'days', count: Math.floor(ageMs / dayMs) };
  if (ageMs >= 2 * hourMs)
    return { unit: 'hours', count: Math.floor(ageMs / hourMs) };
  return { unit: 'minutes', count: Math.floor(ageMs / minuteMs) };
}
