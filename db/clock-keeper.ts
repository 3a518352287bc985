import {
  raiseHighWater,
  type ClockMemory,
  type TrustedTime,
} from '#core/trust';
import type { Connection } from './connection.ts';

/** What the clock remembers across restarts; what has passed and what was signed only ever grow. */
export interface ClockKeeper {
  memory(): ClockMemory;
  /** Time has passed up to this instant. Within a transaction of the caller, if there is one. */
  pass(at: Pick<TrustedTime, 'atMs' | 'monoMs' | 'bootId'>): void;
  /** Something believed was signed at this instant. */
  believe(signedAtMs: number): void;
  /** Nothing that was believed of the time counts any more. */
  forget(): void;
  /** All of it, as of this instant of the running clock. */
  keep(memory: ClockMemory, at: Pick<TrustedTime, 'monoMs' | 'bootId'>): void;
}

export function createClockKeeper(connection: Connection): ClockKeeper {
  const read = connection.prepare<[], ClockRow>(`
    SELECT high_water_ms, signed_at_ms, boot_id, mono_ms, seen_ms, error_ms
    FROM clock`);
  const write = connection.prepare<[ClockRow]>(`
    UPDATE clock
    SET high_water_ms = @high_water_ms,
        signed_at_ms = @signed_at_ms,
        boot_id = @boot_id,
        mono_ms = @mono_ms,
        seen_ms = @seen_ms,
        error_ms = @error_ms`);

  const row = (): ClockRow => {
    const found = read.get();
    if (found === undefined) throw new Error('the clock has lost its row');
    return found;
  };

  return {
    memory: () => toMemory(row()),
    pass: (at) => {
      const before = row();
      const bootId = before.boot_id ?? at.bootId;
      const monoMs = before.mono_ms ?? at.monoMs;
      const memory = raiseHighWater(
        toMemory(before),
        { wallMs: at.atMs, monoMs, bootId },
        { wallMs: at.atMs, monoMs: at.monoMs, bootId: at.bootId },
      );
      write.run({
        ...before,
        high_water_ms: memory.highWaterMs ?? before.high_water_ms,
        boot_id: at.bootId,
        // An entry may carry an earlier instant than the one before; no span is counted twice.
        mono_ms: Math.floor(
          bootId === at.bootId ? Math.max(monoMs, at.monoMs) : at.monoMs,
        ),
      });
    },
    believe: (signedAtMs) => {
      const before = row();
      write.run({
        ...before,
        signed_at_ms: Math.max(signedAtMs, before.signed_at_ms ?? signedAtMs),
      });
    },
    forget: () => {
      write.run({
        ...row(),
        high_water_ms: null,
        signed_at_ms: null,
        seen_ms: null,
        error_ms: null,
      });
    },
    keep: ({ highWaterMs, signedAtMs, seenMs, errorMs }, at) => {
      const before = row();
      write.run({
        high_water_ms: later(before.high_water_ms, highWaterMs),
        signed_at_ms: later(before.signed_at_ms, signedAtMs),
        boot_id: at.bootId,
        mono_ms: at.monoMs,
        seen_ms: seenMs ?? null,
        error_ms: errorMs ?? null,
      });
    },
  };
}

function later(before: number | null, now: number | undefined): number | null {
  if (now === undefined) return before;
  return Math.max(now, before ?? now);
}

interface ClockRow {
  readonly high_water_ms: number | null;
  readonly signed_at_ms: number | null;
  readonly boot_id: string | null;
  readonly mono_ms: number | null;
  readonly seen_ms: number | null;
  readonly error_ms: number | null;
}

function toMemory(row: ClockRow): ClockMemory {
  return {
    ...(row.high_water_ms !== null && { highWaterMs: row.high_water_ms }),
    ...(row.signed_at_ms !== null && { signedAtMs: row.signed_at_ms }),
    ...(row.seen_ms !== null && { seenMs: row.seen_ms }),
    ...(row.error_ms !== null && { errorMs: row.error_ms }),
  };
}
