import type { Record } from '#core/gate';
import type { EntryStore } from '#core/log';
import type { TrustedTime } from '#core/trust';
import { StoreError } from '#db';
import type { Counts } from '#kiosk/contract';
import type { Calendar } from '#kiosk/vault';

export interface DayCounts {
  /** Scans of the checkpoint's present day, by outcome. */
  counts(): Counts;
  /** A record has become durable. */
  add(record: Record): void;
}

/** Counts the day's scans: read from the log when a day begins, kept up by hand after that. */
export function createDayCounts(
  entries: EntryStore,
  calendar: Calendar,
  now: () => TrustedTime,
): DayCounts {
  let day = '';
  let counts: Counts = { admit: 0, hold: 0, deny: 0, none: 0 };

  const begin = (): void => {
    const { atMs } = now();
    const today = calendar.dayOf(atMs);
    if (today === day) return;
    try {
      counts = entries.countSince(startOfDayMs(atMs, calendar));
      day = today;
    } catch (error) {
      // A disk that fails costs the lane its counts, not its screen; the next look asks again.
      if (!(error instanceof StoreError)) throw error;
    }
  };

  return {
    counts: () => {
      begin();
      return counts;
    },
    add: (record) => {
      if (record.kind !== 'scan') return;
      const before = day;
      begin();
      // A day that has just begun was read with this record already in it.
      if (day !== before) return;
      const { outcome } = record.verdict;
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
    },
  };
}

const hourMs = 3_600_000;

/** The first instant of the day, found by halving: zones shift by quarters of an hour, and days vary. */
function startOfDayMs(atMs: number, { dayOf }: Calendar): number {
  const today = dayOf(atMs);
  let before = atMs - 26 * hourMs;
  let within = atMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) === today) within = middle;
    else before = middle;
  }
  return within;
}
