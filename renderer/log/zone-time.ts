/** Instants as the clock on the wall of the checkpoint says them, whatever zone this screen is in. */
export interface ZoneTime {
  /** `11-22`. */
  day(atMs: number): string;
  /** `12:34:56`. */
  time(atMs: number): string;
  /** `2026-11-22T12:34`, as a field for date and time has it. */
  field(atMs: number): string;
  /** The instant such a field means; undefined for anything else. */
  instant(field: string): number | undefined;
  /** When the day of that instant began. */
  startOfDay(atMs: number): number;
}

/** `timeZone` is an IANA name. */
export function createZoneTime(timeZone: string): ZoneTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  /** `2026-11-22T12:34:56`; an altered entry may hold what no calendar reaches. */
  const written = (atMs: number): string => {
    if (Math.abs(atMs) > 8.64e15) return '????-??-??T??:??:??';
    const parts = new Map(
      format.formatToParts(atMs).map(({ type, value }) => [type, value]),
    );
    const [year, month, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((part) => parts.get(part) ?? '');
    return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
  };
  const instant = (field: string): number | undefined => {
    const asUtc = Date.parse(`${field}Z`);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field) || Number.isNaN(asUtc))
      return undefined;
    // Once for the offset, and again where the offset is another on the other side of a shift.
    const once = asUtc - offsetAt(asUtc, written);
    return asUtc - offsetAt(once, written);
  };
  return {
    day: (atMs) => written(atMs).slice(5, 10),
    time: (atMs) => written(atMs).slice(11),
    field: (atMs) => written(atMs).slice(0, 16),
    instant,
    startOfDay: (atMs) =>
      instant(`${written(atMs).slice(0, 10)}T00:00`) ?? atMs,
  };
}

/** How far the wall clock is ahead of UTC then, in milliseconds. */
function offsetAt(atMs: number, written: (atMs: number) => string): number {
  const whole = Math.floor(atMs / 1000) * 1000;
  return Date.parse(`${written(whole)}Z`) - whole;
}
