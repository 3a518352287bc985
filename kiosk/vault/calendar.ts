/** The days of a checkpoint: which one an instant falls on, in its own time zone. */
export interface Calendar {
  /** `2026-11-22`. */
  dayOf(atMs: number): string;
  /** `2026-11`. */
  monthOf(atMs: number): string;
}

/** `timeZone` is an IANA name; throws RangeError for one that is not. */
export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (atMs: number): string => {
    const parts = new Map(
      format.formatToParts(atMs).map(({ type, value }) => [type, value]),
    );
    const [year, month, day] = (['year', 'month', 'day'] as const).map(
      (part) => parts.get(part) ?? '',
    );
    return `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  };
  return { dayOf, monthOf: (atMs) => dayOf(atMs).slice(0, 7) };
}
