import type { IssuerView, KeyView } from '#kiosk/contract';
import type { ZoneTime } from '../log/zone-time.ts';

/** The time that all keys are drawn along: UTC milliseconds. */
export interface Axis {
  readonly fromMs: number;
  readonly untilMs: number;
}

const yearMs = 365 * 24 * 3_600_000;
/** A key of many years would squeeze all others; its bar runs out of the picture instead. */
const mostPastMs = 3 * yearMs;
const mostFutureMs = 5 * yearMs;
const marginShare = 0.02;

/** Long enough for every key and for now, with a little room at both ends. */
export function axisOf(issuers: readonly IssuerView[], nowMs: number): Axis {
  const keys = issuers.flatMap((issuer) => issuer.keys);
  const fromMs = Math.max(
    Math.min(nowMs, ...keys.map((key) => key.fromMs)),
    nowMs - mostPastMs,
  );
  const untilMs = Math.min(
    Math.max(nowMs, ...keys.map((key) => key.untilMs)),
    nowMs + mostFutureMs,
  );
  const margin = Math.max((untilMs - fromMs) * marginShare, 1);
  return { fromMs: fromMs - margin, untilMs: untilMs + margin };
}

/** From 0 at the axis's beginning to 1 at its end; what lies outside stands at that end. */
export function shareAt({ fromMs, untilMs }: Axis, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - fromMs) / (untilMs - fromMs)));
}

/** Where a key's bar begins and ends on the axis; one too short to see is drawn as long as can be seen. */
export function barOf(
  axis: Axis,
  { fromMs, untilMs }: Pick<KeyView, 'fromMs' | 'untilMs'>,
): { readonly start: number; readonly width: number } {
  const start = Math.min(shareAt(axis, fromMs), 1 - leastWidth);
  return {
    start,
    width: Math.max(leastWidth, shareAt(axis, untilMs) - start),
  };
}

const leastWidth = 0.01;
const steps = [1, 3, 6, 12, 24] as const;
const mostTicks = 6;

/** The first days of months, evenly apart and at most six; `at` is the share, `month` as 2026-11. */
export function ticksOf(
  axis: Axis,
  zone: ZoneTime,
): readonly { readonly at: number; readonly month: string }[] {
  const first = monthNumber(zone.field(axis.fromMs)) + 1;
  const last = monthNumber(zone.field(axis.untilMs));
  const step =
    steps.find((months) => (last - first) / months < mostTicks) ?? 24;
  const months = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, count) => first + count,
  ).filter((number) => number % step === 0);
  return months.flatMap((number) => {
    const month = monthName(number);
    const atMs = zone.instant(`${month}-01T00:00`);
    return atMs === undefined ? [] : [{ at: shareAt(axis, atMs), month }];
  });
}

/** Months since the year 0, of a field such as 2026-11-22T12:34. */
function monthNumber(field: string): number {
  return Number(field.slice(0, 4)) * 12 + Number(field.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
