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

  const handOut = (framed: readonly Framed<Item>[], atMs: number): void => {
    for (const one of framed) if (!isStopped) emit(one);
    clearTimeout(timer);
    const { deadlineMs } = framer;
    if (isStopped || deadlineMs === undefined) return;
    // Counted from the end of this work: while it lasts nobody hears whether there is silence.
    waitFor(deadlineMs - atMs, deadlineMs);
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
      else tick(Math.max(nowMs, deadlineMs));
    }, thisMs);
  };

  const tick = (nowMs: number): void => {
    handOut(framer.tick(nowMs), nowMs);
  };

  return {
    push(bytes) {
      const nowMs = monoMs();
      handOut(framer.push(bytes, nowMs), nowMs);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
