import { asksForFreshCode } from './choices.ts';
import type { Gate, OpenScan, Scan } from './gate.ts';
import { isRecent } from './recent.ts';
import { gateTimes } from './times.ts';

/**
 * What becomes of a code read now. `taken`: it is judged. `same-presentation`: this pass or this very
 * presentation was judged a moment ago or is being dealt with; nothing is recorded anew.
 * `finish-first`: another person's scan is still open, or the gate cannot record; nothing changes.
 * `noise`: nothing readable right after nothing readable; a faulty reader must not fill the log.
 */
export type CaptureFate =
  'taken' | 'same-presentation' | 'finish-first' | 'noise';

export function captureFate(gate: Gate, scan: Scan): CaptureFate {
  if (isNoise(gate, scan)) return 'noise';
  if (isReplaceable(gate)) {
    return isRecent(gate.recent, scan) ? 'same-presentation' : 'taken';
  }
  if (isAnswer(gate, scan)) return 'taken';
  return isOpen(gate, scan) ? 'same-presentation' : 'finish-first';
}

/**
 * Whether this is the fresh code that an open hold asks for: the same pass, shown live and in time,
 * by a presentation the log has never seen.
 */
export function isAnswer(
  { phase }: Gate,
  { checked, dedupeTag, history }: Scan,
): boolean {
  if (phase.kind !== 'hold' || checked.kind !== 'authentic') return false;
  const { showing } = checked.authentic;
  return (
    dedupeTag !== undefined &&
    dedupeTag === phase.open.scan.dedupeTag &&
    asksForFreshCode(phase.verdict) &&
    showing.kind === 'live' &&
    !showing.isStale &&
    history.kind !== 'replay'
  );
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

/** By the presentation too: at midnight a pass gets another tag, and a scan may be open then. */
function isOpen(gate: Gate, { dedupeTag, presentationTag }: Scan): boolean {
  const open = openScanOf(gate)?.scan;
  return (
    isSame(open?.dedupeTag, dedupeTag) ||
    isSame(open?.presentationTag, presentationTag)
  );
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
