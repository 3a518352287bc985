import type { Framed, Framer } from './framer.ts';

/** Silence is watched in pieces of this length. */
const pieceMs = 15;

/** A timer later than this means the host stood still, and bytes may be waiting unread. */
const stallMs = 20;

/** A host that does nothing but stall gets its scans this much late. */
const patienceMs = 1000;

export interface Pace {
  readonly push: (bytes: Uint8Array) => void;
  /** Drops what is pending; nothing is emitted and no timer runs afterwards. */
  readonly stop: () => void;
}

/**
 * Drives a framer with real time. Only silence that the host was awake for counts: after a stall
 * the bytes that arrived meanwhile still have to be read, and would otherwise be a scan of their own.
 */
export function pace<Item>(
  framer: Framer<Item>,
  monoMs: () => number,
  emit: (framed: Framed<Item>) => void,
): Pace {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const handOut = (framed: readonly Framed<Item>[]): void => {
    for (const one of framed) if (!isStopped) emit(one);
    clearTimeout(timer);
    if (isStopped || framer.deadlineMs === undefined) return;
    waitFor(Math.max(0, framer.deadlineMs - monoMs()), framer.deadlineMs);
  };

  const waitFor = (silenceMs: number, deadlineMs: number): void => {
    const thisMs = Math.min(silenceMs, pieceMs);
    const dueMs = monoMs() + thisMs;
    timer = setTimeout(() => {
      const nowMs = monoMs();
      const hasStalled = nowMs > dueMs + stallMs;
      const leftMs = hasStalled ? silenceMs : silenceMs - thisMs;
      if (leftMs > 0 && nowMs < deadlineMs + patienceMs)
        waitFor(leftMs, deadlineMs);
      else handOut(framer.tick(Math.max(nowMs, deadlineMs)));
    }, thisMs);
  };

  return {
    push(bytes) {
      handOut(framer.push(bytes, monoMs()));
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
