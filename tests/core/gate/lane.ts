import {
  idleGate,
  step,
  type Gate,
  type GateEvent,
  type GateWorld,
  type Phase,
  type Record,
  type RecordingFailure,
  type Resolution,
  type Sample,
  type Scan,
  type ThermometerProfile,
} from '#core/gate';
import type { PassHistory, Rules } from '#core/policy';
import type { CheckedPass, TrustedTime } from '#core/trust';
import {
  at,
  authentic,
  live,
  measuringRules,
  noonMs,
  rules,
} from '../policy/scenes.ts';

export const thermometer: ThermometerProfile = {
  mode: 'body',
  offsetCenti: 0,
  stableSamples: 5,
  spreadCenti: 30,
};

/** A gate at which green passes with no further condition. */
export const freely: GateWorld = { rules, thermometer };

/** A gate at which green passes after a temperature. */
export const measuring: GateWorld = { rules: measuringRules, thermometer };

export function worldOf(goBy: Rules): GateWorld {
  return { rules: goBy, thermometer };
}

/** The instant so many milliseconds after the lane was opened. */
export function instant(afterMs: number): TrustedTime {
  return at(noonMs + afterMs, { monoMs: afterMs });
}

export interface Lane {
  gate(): Gate;
  phase(): Phase;
  /** Every record asked for, durable or not, oldest first. */
  readonly records: readonly Record[];
  /** Lets that much time pass without telling the gate. */
  wait(ms: number): void;
  /** Lets that much time pass and tells the gate. */
  tick(ms: number): void;
  send(event: GateEvent): void;
  present(checked?: CheckedPass, dedupeTag?: string): void;
  /** A pass shown live: what tells this presentation, and what the log remembers of it. */
  presentLive(
    presentationTag: string,
    history?: PassHistory,
    checked?: CheckedPass,
    dedupeTag?: string,
  ): void;
  /** One sample, 100 ms after what came before, in a room of 20 °C. */
  sample(objectCenti: number, other?: Partial<Sample>): void;
  /** Samples enough to settle on one value. */
  settle(objectCenti: number): void;
  type(centi: number): void;
  resolve(resolution: Resolution): void;
  dismiss(): void;
  /** From now on every entry fails this way, or none does. */
  failWith(failure: RecordingFailure | undefined): void;
  changeWorld(world: GateWorld): void;
}

/** A gate with a host that records at once; ids count up. */
export function openLane(startWorld: GateWorld = freely): Lane {
  let gate = idleGate;
  let world = startWorld;
  let nowMs = 10_000;
  let ids = 0;
  let failure: RecordingFailure | undefined;
  const records: Record[] = [];

  const newId = (kind: string): string => {
    ids += 1;
    return `${kind}-${ids}`;
  };
  const send = (event: GateEvent): void => {
    gate = step(gate, event, world);
    if (gate.phase.kind !== 'recording') return;
    const { record } = gate.phase;
    records.push(record);
    const { id } = record;
    const answer: GateEvent =
      failure === undefined
        ? { kind: 'recorded', id, monoMs: nowMs }
        : { kind: 'not-recorded', failure };
    gate = step(gate, answer, world);
  };
  const stamp = () => ({ at: instant(nowMs), entryId: newId('entry') });
  const scanId = (): string => openScanId(gate) ?? 'none';

  const show = (shown: Pick<Scan, 'checked'> & Partial<Scan>): void => {
    const { at: when, entryId } = stamp();
    const scan: Scan = {
      scanId: newId('scan'),
      source: 'serial',
      reader: 'scanner-1',
      at: when,
      history: { kind: 'new' },
      ...shown,
    };
    send({ kind: 'presented', scan, entryId });
  };

  const lane: Lane = {
    gate: () => gate,
    phase: () => gate.phase,
    records,
    wait: (ms) => {
      nowMs += ms;
    },
    tick: (ms) => {
      nowMs += ms;
      send({ kind: 'time', ...stamp() });
    },
    send,
    present: (checked = authentic(), dedupeTag) => {
      show({ checked, ...(dedupeTag !== undefined && { dedupeTag }) });
    },
    presentLive: (
      presentationTag,
      history = { kind: 'new' },
      checked = live(),
      dedupeTag = 'tag',
    ) => {
      show({ checked, dedupeTag, presentationTag, history });
    },
    sample: (objectCenti, other) => {
      nowMs += 100;
      const sample = {
        objectCenti,
        ambientCenti: 2000,
        monoMs: nowMs,
        ...other,
      };
      send({ kind: 'sampled', sample, ...stamp() });
    },
    settle: (objectCenti) => {
      for (let i = 0; i < thermometer.stableSamples; i += 1) {
        lane.sample(objectCenti);
      }
    },
    type: (centi) => {
      send({ kind: 'typed', scanId: scanId(), centi, ...stamp() });
    },
    resolve: (resolution) => {
      send({ kind: 'resolved', scanId: scanId(), resolution, ...stamp() });
    },
    dismiss: () => {
      send({ kind: 'dismissed', scanId: scanId(), ...stamp() });
    },
    failWith: (next) => {
      failure = next;
    },
    changeWorld: (next) => {
      world = next;
    },
  };
  return lane;
}

function openScanId({ phase }: Gate): string | undefined {
  return 'open' in phase ? phase.open.scan.scanId : undefined;
}

/** The phase, which the test says is of that kind. */
export function expectPhase<Kind extends Phase['kind']>(
  lane: Lane,
  kind: Kind,
): Extract<Phase, { kind: Kind }> {
  const phase = lane.phase();
  if (!isPhase(phase, kind)) {
    throw new Error(`expected ${kind}, the gate is ${phase.kind}`);
  }
  return phase;
}

function isPhase<Kind extends Phase['kind']>(
  phase: Phase,
  kind: Kind,
): phase is Extract<Phase, { kind: Kind }> {
  return phase.kind === kind;
}

/** The reasons shown, by code. */
export function shownReasons(lane: Lane): readonly string[] {
  const phase = lane.phase();
  if (phase.kind !== 'shown' && phase.kind !== 'hold') {
    throw new Error(`${phase.kind} shows no verdict`);
  }
  return phase.verdict.reasons.map(({ code }) => code);
}
