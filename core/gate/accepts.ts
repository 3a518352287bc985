import { openScanOf } from './capture.ts';
import { isOffered } from './choices.ts';
import type { Gate, GateEvent } from './gate.ts';

/** What a guard does about one scan. */
export type GuardEvent = Extract<GateEvent, { scanId: string }>;

/**
 * Whether the gate acts on what the guard did. It does not where the event is about another scan
 * than `scanIdOf(gate)`, or where the gate does not offer it now.
 */
export function accepts(gate: Gate, event: GuardEvent): boolean {
  const { phase } = gate;
  if (scanIdOf(gate) !== event.scanId) return false;
  switch (event.kind) {
    case 'typed':
      return (
        phase.kind === 'need-temperature' ||
        (phase.kind === 'hold' && phase.choices.includes('measure-again'))
      );
    case 'resolved':
      return (
        phase.kind === 'hold' &&
        isOffered(event.resolution, phase.verdict, phase.choices)
      );
    case 'dismissed':
      return (
        phase.kind === 'need-temperature' ||
        phase.kind === 'shown' ||
        phase.kind === 'resolved'
      );
  }
}

/** The scan that is open or shown, if any. */
export function scanIdOf(gate: Gate): string | undefined {
  return openScanOf(gate)?.scan.scanId;
}
