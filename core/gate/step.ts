import { wantsTemperature } from '#core/policy';
import { captureFate, isAnswer, openScanOf } from './capture.ts';
import type { Gate, GateEvent, GateWorld, OpenScan, Scan } from './gate.ts';
import { dismissed, resolved, typed } from './guard.ts';
import { judged } from './judge.ts';
import { gaveUp, measuring, sampled } from './measure.ts';
import { remember } from './recent.ts';
import { gateTimes, startedAt } from './times.ts';

type Of<Kind extends GateEvent['kind']> = Extract<GateEvent, { kind: Kind }>;

/** A gate at which nothing has happened. */
export const idleGate: Gate = {
  phase: { kind: 'idle' },
  recent: { passes: [], presentations: [] },
};

/**
 * What the gate does next. Pure: ids and instants come with the event, rules and thermometer with
 * the world. An event that does not fit changes nothing. Whatever is to be shown passes through
 * `recording` first and appears with the `recorded` event of its entry.
 */
export function step(gate: Gate, event: GateEvent, world: GateWorld): Gate {
  switch (event.kind) {
    case 'reading-started':
      return readingStarted(gate, event);
    case 'presented':
      return presented(gate, event, world);
    case 'sampled':
      return sampled(gate, event, world);
    case 'typed':
      return typed(gate, event, world);
    case 'resolved':
      return resolved(gate, event);
    case 'dismissed':
      return dismissed(gate, event, world);
    case 'time':
      return timePassed(gate, event, world);
    case 'recorded':
      return recorded(gate, event);
    case 'not-recorded':
      return notRecorded(gate, event);
    case 'recording-restored':
      // Nobody counts as seen: whoever stood there when recording failed is scanned again.
      return gate.phase.kind === 'out-of-service' ? idleGate : gate;
  }
}

function readingStarted(gate: Gate, { monoMs }: Of<'reading-started'>): Gate {
  if (gate.phase.kind !== 'idle') return gate;
  const untilMs = monoMs + gateTimes.readingMs;
  return { ...gate, phase: { kind: 'reading', untilMs } };
}

function presented(
  gate: Gate,
  { scan, entryId }: Of<'presented'>,
  world: GateWorld,
): Gate {
  if (captureFate(gate, scan) !== 'taken') {
    const isReading = gate.phase.kind === 'reading';
    return isReading ? { ...gate, phase: { kind: 'idle' } } : gate;
  }
  const { at } = scan;
  const open = opened(gate, scan);
  return wantsTemperature(open.facts, world.rules, at)
    ? { ...gate, phase: measuring(open, 1, at.monoMs) }
    : judged(gate, open, { at, entryId }, world);
}

/** A fresh code shown to an open hold goes on with that scan: what was measured and compared stays. */
function opened(gate: Gate, scan: Scan): OpenScan {
  const { checked, history } = scan;
  const held = openScanOf(gate);
  if (held !== undefined && isAnswer(gate, scan)) {
    return { ...held, scan, facts: { ...held.facts, checked, history } };
  }
  const temperature = { kind: 'not-taken' } as const;
  const facts = { checked, history, temperature };
  return { scan, facts, entryIds: [], idCompared: false };
}

function timePassed(
  gate: Gate,
  { at, entryId }: Of<'time'>,
  world: GateWorld,
): Gate {
  const { phase } = gate;
  switch (phase.kind) {
    case 'reading':
    case 'shown':
    case 'resolved':
      return at.monoMs < phase.untilMs
        ? gate
        : { ...gate, phase: { kind: 'idle' } };
    case 'need-temperature':
      return at.monoMs < phase.untilMs
        ? gate
        : gaveUp(gate, phase.open, 'timeout', { at, entryId }, world);
    case 'idle':
    case 'hold':
    case 'recording':
    case 'out-of-service':
      return gate;
  }
}

/** The entry is durable: what it says may be shown, and the same pass again is no new scan. */
function recorded(gate: Gate, { id, monoMs }: Of<'recorded'>): Gate {
  const { phase, recent } = gate;
  if (phase.kind !== 'recording' || phase.record.id !== id) return gate;
  return {
    phase: startedAt(phase.next, monoMs),
    recent: remember(recent, phase.next.open.scan, monoMs),
  };
}

/**
 * Nothing is shown that could not be recorded. A hold or a measurement stays as it is until its own
 * next entry fails.
 */
function notRecorded(gate: Gate, { failure }: Of<'not-recorded'>): Gate {
  const { kind } = gate.phase;
  if (kind === 'hold' || kind === 'need-temperature') return gate;
  return { ...gate, phase: { kind: 'out-of-service', failure } };
}
