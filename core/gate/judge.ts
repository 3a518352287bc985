import type { Verdict } from '#core/policy';
import { decide, readingsOf } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import { choicesFor } from './choices.ts';
import type {
  Gate,
  GateWorld,
  Hold,
  OpenScan,
  RecordedScan,
  Shown,
} from './gate.ts';

/** What the host gives every event that may need an entry: its instant and the id of the entry. */
export interface Stamp {
  readonly at: TrustedTime;
  readonly entryId: string;
}

/** Judges a scan by the facts it has and asks for the entry; the verdict shows once it is durable. */
export function judged(
  gate: Gate,
  open: OpenScan,
  { at, entryId }: Stamp,
  { rules }: GateWorld,
): Gate {
  const verdict = decide(open.facts, rules, at);
  const [ref] = open.entryIds;
  return {
    ...gate,
    phase: {
      kind: 'recording',
      record: {
        kind: 'scan',
        id: entryId,
        ...(ref === undefined ? {} : { ref }),
        at,
        scan: open.scan,
        verdict,
        readings: readingsOf(open.facts.temperature),
      },
      next: shownAs(verdict, withEntry(open, entryId), at.monoMs),
    },
  };
}

export function withEntry(open: OpenScan, entryId: string): RecordedScan {
  const [first, ...later] = open.entryIds;
  return {
    ...open,
    entryIds: first === undefined ? [entryId] : [first, ...later, entryId],
  };
}

/** Both times are set anew when the entry is durable. */
function shownAs(
  verdict: Verdict,
  open: RecordedScan,
  monoMs: number,
): Hold | Shown {
  return verdict.outcome === 'hold'
    ? {
        kind: 'hold',
        open,
        verdict,
        choices: choicesFor(verdict, open.idCompared),
        sinceMs: monoMs,
      }
    : { kind: 'shown', open, verdict, sinceMs: monoMs, untilMs: monoMs };
}
