import { toClockDraft, type EntryStore } from '#core/log';
import type { Timekeeper } from '#kiosk/clock';
import { StoreError, type ClockKeeper } from '#db';
import { newId } from './new-id.ts';

export interface ClockWatch {
  readonly time: Timekeeper;
  readonly keeper: Pick<ClockKeeper, 'keep'>;
  readonly entries: Pick<EntryStore, 'append'>;
  /** So many entries have become durable. */
  recorded(entries: number): void;
}

const lookEveryMs = 1_000;
const keepEveryMs = 60_000;

/**
 * Looks at the clock every second: a jump becomes an entry, and each minute what is to outlive the boot
 * is written down. What cannot be recorded now is recorded when it can be.
 */
export function watchClock(watch: ClockWatch): { stop(): void } {
  const { time, keeper } = watch;
  let keptMonoMs = time.now().monoMs;

  function look(): void {
    const now = time.now();
    if (!recordJumps(watch)) return;
    if (now.monoMs - keptMonoMs < keepEveryMs) return;
    keptMonoMs = now.monoMs;
    keep();
  }

  function keep(): void {
    try {
      keeper.keep(time.memory(), time.now());
    } catch (error) {
      // The lane itself finds out that it cannot record, and says so.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  return {
    stop: () => {
      clearInterval(looking);
      time.now();
      recordJumps(watch);
      keep();
    },
  };
}

/** Whether all of them are in the log. */
function recordJumps({ time, entries, recorded }: ClockWatch): boolean {
  for (const { at, byMs } of time.jumps()) {
    const finding = byMs > 0 ? 'jumped-forward' : 'jumped-back';
    const draft = toClockDraft({ id: newId(), at, finding, byMs });
    if (!entries.append(draft).ok) return false;
    time.recorded(1);
    recorded(1);
  }
  return true;
}
