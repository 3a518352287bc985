/** An instant as a person at the checkpoint would write it down. */
export interface LocalTime {
  /** `2026-11-22 12:34:56` in the zone. */
  local(atMs: number): string;
  /** `20261122-123456` in the zone, for names of files. */
  compact(atMs: number): string;
}

/** `timeZone` is an IANA name; throws RangeError for one that is not. */
export function createLocalTime(timeZone: string): LocalTime {
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
  const local = (atMs: number): string => {
    if (!isDate(atMs)) return String(atMs);
    const parts = new Map(
      format.formatToParts(atMs).map(({ type, value }) => [type, value]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): string =>
      parts.get(type) ?? '';
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
  };
  return {
    local,
    compact: (atMs) => local(atMs).replaceAll(/[-:]/g, '').replace(' ', '-'),
  };
}

/** In ISO 8601; a number no calendar reaches stays a number: an altered entry may hold any. */
export function utcTime(atMs: number): string {
  return isDate(atMs) ? new Date(atMs).toISOString() : String(atMs);
}

function isDate(atMs: number): boolean {
  return Math.abs(atMs) <= 8.64e15;
}
