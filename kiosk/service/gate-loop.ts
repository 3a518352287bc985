import {
  idleGate,
  nextDeadlineMs,
  step,
  type Gate,
  type GateEvent,
  type GateWorld,
  type Record,
  type RecordingFailure,
} from '#core/gate';
import type { Result } from '#core/result';
import type { TrustedTime } from '#core/trust';

export interface GateLoopParts {
  now(): TrustedTime;
  newId(): string;
  world(): GateWorld;
  /** Makes a record durable; ok only when a power cut could not take it back. */
  write(record: Record): Result<void, RecordingFailure>;
  /** Called after every change of what the gate does. */
  changed(): void;
}

export interface GateLoop {
  gate(): Gate;
  send(event: GateEvent): void;
  /** Sends the next `time` event at its deadline no more. */
  stop(): void;
}

/** Drives the gate's reducer: writes what it asks to record, wakes it at its deadlines. */
export function createGateLoop(parts: GateLoopParts): GateLoop {
  let gate = idleGate;
  let alarm: NodeJS.Timeout | undefined;

  const send = (event: GateEvent): void => {
    const next = settle(step(gate, event, parts.world()), parts);
    if (next === gate) return;
    gate = next;
    rearm();
    parts.changed();
  };

  const rearm = (): void => {
    clearTimeout(alarm);
    const deadlineMs = nextDeadlineMs(gate);
    if (deadlineMs === undefined) return;
    alarm = setTimeout(
      () => {
        send({ kind: 'time', at: parts.now(), entryId: parts.newId() });
        rearm();
      },
      Math.max(0, deadlineMs - parts.now().monoMs),
    );
  };

  return {
    gate: () => gate,
    send,
    stop: () => {
      clearTimeout(alarm);
    },
  };
}

/** Nothing the gate wants recorded is passed on, let alone shown, before it is written. */
function settle(gate: Gate, parts: GateLoopParts): Gate {
  let settled = gate;
  while (settled.phase.kind === 'recording') {
    const { record } = settled.phase;
    const written = parts.write(record);
    settled = step(
      settled,
      written.ok
        ? { kind: 'recorded', id: record.id, monoMs: parts.now().monoMs }
        : { kind: 'not-recorded', failure: written.error },
      parts.world(),
    );
  }
  return settled;
}
