import type { Reading } from '#core/policy';
import { decide, readingsOf, withReading } from '#core/policy';
import type {
  Gate,
  GateEvent,
  GateWorld,
  Measuring,
  OpenScan,
} from './gate.ts';
import type { Stamp } from './judge.ts';
import { judged } from './judge.ts';
import { belongsTo, isPerson, isUnsettled, settledReading } from './samples.ts';
import { gateTimes } from './times.ts';

type Attempt = Measuring['attempt'];

export function measuring(
  open: OpenScan,
  attempt: Attempt,
  monoMs: number,
): Measuring {
  return {
    kind: 'need-temperature',
    open,
    attempt,
    samples: [],
    sinceMs: monoMs,
    untilMs: monoMs + gateTimes.measureMs,
  };
}

/** One frame of the thermometer; it counts only while a person is asked to stand before it. */
export function sampled(
  gate: Gate,
  { sample, at, entryId }: Extract<GateEvent, { kind: 'sampled' }>,
  world: GateWorld,
): Gate {
  const { phase } = gate;
  if (phase.kind !== 'need-temperature' || !belongsTo(phase, sample)) {
    return gate;
  }
  if (!isPerson(sample)) return { ...gate, phase: { ...phase, samples: [] } };
  const samples = [...phase.samples, sample];
  const reading = settledReading(samples, world.thermometer);
  if (reading !== undefined) {
    const { open, attempt } = phase;
    return measured(gate, open, attempt, reading, { at, entryId }, world);
  }
  if (!isUnsettled(samples)) return { ...gate, phase: { ...phase, samples } };
  return phase.attempt < 3
    ? { ...gate, phase: again(phase.open, phase.attempt, at.monoMs) }
    : gaveUp(gate, phase.open, 'unstable', { at, entryId }, world);
}

/** Adds a settled reading: one that says nothing of a person is taken again, up to three times. */
export function measured(
  gate: Gate,
  before: OpenScan,
  attempt: Attempt,
  reading: Reading,
  stamp: Stamp,
  world: GateWorld,
): Gate {
  const temperature = withReading(before.facts.temperature, reading);
  const open = { ...before, facts: { ...before.facts, temperature } };
  const { reasons } = decide(open.facts, world.rules, stamp.at);
  const isOdd = reasons.some(({ code }) => code === 'temperature-implausible');
  return isOdd && attempt < 3
    ? { ...gate, phase: again(open, attempt, stamp.at.monoMs) }
    : judged(gate, open, stamp, world);
}

/** No reading came: what was measured before stays on record. */
export function gaveUp(
  gate: Gate,
  { facts, ...open }: OpenScan,
  why: 'timeout' | 'unstable' | 'dismissed',
  stamp: Stamp,
  world: GateWorld,
): Gate {
  const readings = readingsOf(facts.temperature);
  const temperature = { kind: 'gave-up', why, readings } as const;
  return judged(
    gate,
    { ...open, facts: { ...facts, temperature } },
    stamp,
    world,
  );
}

function again(open: OpenScan, attempt: Attempt, monoMs: number): Measuring {
  return measuring(open, attempt === 1 ? 2 : 3, monoMs);
}
