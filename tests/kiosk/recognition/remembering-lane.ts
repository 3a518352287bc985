import { randomUUID } from 'node:crypto';
import {
  captureFate,
  idleGate,
  step,
  type CaptureFate,
  type Gate,
  type GateEvent,
  type Resolution,
} from '#core/gate';
import { toEntryDraft, type EntryStore } from '#core/log';
import type { PassHistory, Rules, Verdict } from '#core/policy';
import type { CheckedPass } from '#core/trust';
import { openStore } from '#db';
import { createRecognition, type Recognition } from '#kiosk/recognition';
import { createCalendar, createDedupeTagger } from '#kiosk/vault';
import { at, noonMs, rules } from '../../core/policy/scenes.ts';
import { thermometer } from '../../core/gate/lane.ts';
import { memoryVault } from '../vault/vault-in.ts';

/** A gate before a real log and the recognition under test; time passes only when it is told to. */
export interface RememberingLane {
  readonly entries: EntryStore;
  recognition(): Recognition;
  /** Shows a pass and says what became of it. */
  show(checked: CheckedPass): CaptureFate;
  /** The verdict on screen, if any. */
  verdict(): Verdict | undefined;
  resolve(resolution: Resolution): void;
  /** What is remembered of a pass now. */
  history(checked: CheckedPass): PassHistory;
  pass(ms: number): void;
  /** The process ends and starts again on the same folder; the gate forgets, the log does not. */
  restart(lane?: string): void;
  close(): void;
}

export function openRememberingLane(
  folder: string,
  goBy: Rules = rules,
): RememberingLane {
  const vault = memoryVault();
  const calendar = createCalendar('Asia/Shanghai');
  let nowMs = 0;
  let { checkpoint } = goBy;
  let store = open(folder);
  let recognition = recalled();
  let gate: Gate = idleGate;

  const world = () => ({ rules: { ...goBy, checkpoint }, thermometer });
  const now = () => at(noonMs + nowMs, { monoMs: nowMs });
  const stamp = () => ({ at: now(), entryId: randomUUID() });

  function recalled(): Recognition {
    const opened = createRecognition({
      entries: store.entries,
      checkpoint,
      tagger: createDedupeTagger({ vault }),
      calendar,
      seenAgainWithinMs: () => goBy.policy.seenAgainWithinMs,
    });
    if (!opened.recall(at(noonMs + nowMs)).ok) throw new Error('not recalled');
    return opened;
  }

  function send(event: GateEvent): void {
    gate = step(gate, event, world());
    while (gate.phase.kind === 'recording') {
      const { record } = gate.phase;
      const written = store.entries.append(toEntryDraft(record, checkpoint));
      if (!written.ok) throw new Error(written.error.message);
      recognition.remember(record);
      const { id } = record;
      gate = step(gate, { kind: 'recorded', id, monoMs: nowMs }, world());
    }
  }

  return {
    get entries() {
      return store.entries;
    },
    recognition: () => recognition,
    show: (checked) => {
      const scan = {
        scanId: randomUUID(),
        source: 'serial',
        reader: 'scanner-1',
        at: now(),
        checked,
        ...recognition.recognise(checked, now()),
      } as const;
      const fate = captureFate(gate, scan);
      send({ kind: 'presented', scan, entryId: randomUUID() });
      return fate;
    },
    verdict: () => {
      const { phase } = gate;
      return phase.kind === 'shown' || phase.kind === 'hold'
        ? phase.verdict
        : undefined;
    },
    resolve: (resolution) => {
      const { phase } = gate;
      if (phase.kind !== 'hold') throw new Error(`${phase.kind} is no hold`);
      const { scanId } = phase.open.scan;
      send({ kind: 'resolved', scanId, resolution, ...stamp() });
    },
    history: (checked) => recognition.recognise(checked, now()).history,
    pass: (ms) => {
      nowMs += ms;
      send({ kind: 'time', ...stamp() });
    },
    restart: (lane = checkpoint.lane) => {
      store.close();
      checkpoint = { ...checkpoint, lane };
      store = open(folder);
      recognition = recalled();
      gate = idleGate;
    },
    close: () => {
      store.close();
    },
  };
}

function open(
  folder: string,
): Extract<ReturnType<typeof openStore>, { ok: true }>['value'] {
  const opened = openStore(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
