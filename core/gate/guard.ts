import { accepts } from './accepts.ts';
import { choicesFor, idSettles } from './choices.ts';
import type {
  Gate,
  GateEvent,
  GateWorld,
  Hold,
  Recorded,
  RecordedScan,
  Resolution,
} from './gate.ts';
import { withEntry } from './judge.ts';
import { gaveUp, measured, measuring } from './measure.ts';

type Of<Kind extends GateEvent['kind']> = Extract<GateEvent, { kind: Kind }>;

/** A temperature from another thermometer counts like one of ours. */
export function typed(gate: Gate, event: Of<'typed'>, world: GateWorld): Gate {
  const { phase } = gate;
  if (phase.kind !== 'need-temperature' && phase.kind !== 'hold') return gate;
  if (!accepts(gate, event)) return gate;
  const { centi, at, entryId } = event;
  const reading = {
    rawCenti: centi,
    estimateCenti: centi,
    source: 'typed',
  } as const;
  // From a hold there is no run of attempts to go on with: the verdict stands as it falls.
  const attempt = phase.kind === 'hold' ? 3 : phase.attempt;
  return measured(gate, phase.open, attempt, reading, { at, entryId }, world);
}

/** The guard ends or moves on a hold: an entry of its own beside the verdict. */
export function resolved(gate: Gate, event: Of<'resolved'>): Gate {
  const { phase } = gate;
  if (phase.kind !== 'hold' || !accepts(gate, event)) return gate;
  const { resolution, at, entryId } = event;
  const [ref] = phase.open.entryIds;
  const next = follows(phase, resolution, entryId, at.monoMs);
  return {
    ...gate,
    phase: {
      kind: 'recording',
      record: {
        kind: 'guard-action',
        id: entryId,
        ref,
        at,
        resolution,
        ...(next.kind === 'resolved' && { ends: next.by }),
      },
      next,
    },
  };
}

/** Leaves what is shown early; a measurement ends without a reading. */
export function dismissed(
  gate: Gate,
  event: Of<'dismissed'>,
  world: GateWorld,
): Gate {
  const { phase } = gate;
  if (!accepts(gate, event)) return gate;
  if (phase.kind !== 'need-temperature') {
    return { ...gate, phase: { kind: 'idle' } };
  }
  const { at, entryId } = event;
  return gaveUp(gate, phase.open, 'dismissed', { at, entryId }, world);
}

function follows(
  hold: Hold,
  resolution: Resolution,
  entryId: string,
  monoMs: number,
): Recorded {
  const open = withEntry(hold.open, entryId);
  switch (resolution.kind) {
    case 'allow':
      return ended(open, 'allowed', monoMs);
    case 'refuse':
      return ended(open, 'refused', monoMs);
    case 'measure-again':
      return measuring(open, 1, monoMs);
    case 'id-compared':
      if (!resolution.matches) return ended(open, 'refused', monoMs);
      return idSettles(hold.verdict)
        ? ended(open, 'allowed', monoMs)
        : {
            ...hold,
            open: { ...open, idCompared: true },
            choices: choicesFor(hold.verdict, true),
          };
  }
}

/** Both times are set anew when the entry is durable. */
function ended(
  open: RecordedScan,
  by: 'allowed' | 'refused',
  monoMs: number,
): Recorded {
  return { kind: 'resolved', open, by, sinceMs: monoMs, untilMs: monoMs };
}
