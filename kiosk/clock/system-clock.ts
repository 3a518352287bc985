import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { HostClock } from '#core/trust';

const suspendedIfAheadMs = 1_000;

/**
 * The host's clocks: wall time, milliseconds since this boot, and an id of the boot.
 *
 * The process's own clock gives the milliseconds but stands still while the machine is suspended;
 * the system's uptime counts on, coarsely, and moves the anchor when it has run ahead. Where the
 * system names no boot (Windows), each start of the process counts as one: stricter, never laxer,
 * for whatever compares instants across boots.
 */
export function systemClock(): HostClock {
  const bootId = readBootId();
  let anchorMs = uptime() * 1000 - performance.now();
  return {
    read: () => {
      const sinceStartMs = performance.now();
      const aheadMs = uptime() * 1000 - (anchorMs + sinceStartMs);
      if (aheadMs > suspendedIfAheadMs) anchorMs += aheadMs;
      return {
        wallMs: Date.now(),
        monoMs: Math.round(anchorMs + sinceStartMs),
        bootId,
      };
    },
  };
}

function readBootId(): string {
  if (process.platform !== 'linux') return randomUUID();
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
