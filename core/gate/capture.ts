import type { Gate, OpenScan, Scan } from './gate.ts';
import { gateTimes } from './times.ts';

/**
 * What becomes of a code read now. `taken`: it is judged. `same-presentation`: this pass was
 * judged a moment ago or is being dealt with; nothing is recorded anew. `finish-first`: another
 * person's scan is still open, or the gate cannot record; nothing changes. `noise`: nothing readable
 * right after nothing readable; a faulty reader must not fill the log.
 */
export type CaptureFate =
  'taken' | 'same-presentation' | 'finish-first' | 'noise';

export function captureFate(gate: Gate, scan: Scan): CaptureFate {
  if (isNoise(gate, scan)) return 'noise';
  if (isReplaceable(gate)) {
    return isRecent(gate, scan) ? 'same-presentation' : 'taken';
  }
  return isOpen(gate, scan) ? 'same-presentation' : 'finish-first';
}

/** The scan the gate is dealing with or still showing. */
export function openScanOf({ phase }: Gate): OpenScan | undefined {
  switch (phase.kind) {
    case 'need-temperature':
    case 'shown':
    case 'hold':
    case 'resolved':
      return phase.open;
    case 'recording':
      return phase.next.open;
    case 'idle':
    case 'reading':
    case 'out-of-service':
      return undefined;
  }
}

/** Remembers a pass from the instant of its latest entry on. */
export function remember(
  recent: Gate['recent'],
  tag: string | undefined,
  atMonoMs: number,
): Gate['recent'] {
  if (tag === undefined) return recent;
  const others = recent.filter(
    (seen) =>
      seen.tag !== tag &&
      atMonoMs - seen.atMonoMs < gateTimes.samePresentationMs,
  );
  return [...others, { tag, atMonoMs }].slice(-rememberedPasses);
}

const rememberedPasses = 32;

/** Whether a new code takes the place of what is shown; a deny stays until dismissed or timed out. */
function isReplaceable({ phase }: Gate): boolean {
  switch (phase.kind) {
    case 'idle':
    case 'reading':
    case 'resolved':
      return true;
    case 'shown':
      return phase.verdict.outcome !== 'deny';
    case 'need-temperature':
    case 'hold':
    case 'recording':
    case 'out-of-service':
      return false;
  }
}

/** Sooner after another than anyone can hold up two codes. */
function isNoise({ phase }: Gate, { checked, at }: Scan): boolean {
  return (
    phase.kind === 'shown' &&
    phase.open.scan.checked.kind === 'unreadable' &&
    checked.kind === 'unreadable' &&
    at.monoMs - phase.sinceMs < gateTimes.noiseMs
  );
}

function isRecent({ recent }: Gate, { dedupeTag, at }: Scan): boolean {
  return recent.some(
    (seen) =>
      seen.tag === dedupeTag &&
      at.monoMs - seen.atMonoMs < gateTimes.samePresentationMs,
  );
}

function isOpen(gate: Gate, { dedupeTag }: Scan): boolean {
  return (
    dedupeTag !== undefined && openScanOf(gate)?.scan.dedupeTag === dedupeTag
  );
}
