import type { ZoneTime } from '../log/zone-time.ts';

/** `2026-11-22 12:34` by the clock on the wall of the checkpoint. */
export function whenOf(zone: ZoneTime, atMs: number): string {
  return zone.field(atMs).replace('T', ' ');
}

/** The same without the year where it is this one: `11-22 12:34`. */
export function shortWhenOf(
  zone: ZoneTime,
  atMs: number,
  nowMs: number,
): string {
  const when = whenOf(zone, atMs);
  const year = whenOf(zone, nowMs).slice(0, 5);
  return when.startsWith(year) ? when.slice(5) : when;
}
