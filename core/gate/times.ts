import type { Gate, Hold, Recorded, Shown } from './gate.ts';

/** How long each thing lasts, in milliseconds; a hold lasts until the guard ends it. */
export const gateTimes: {
  readonly readingMs: number;
  readonly measureMs: number;
  readonly settleMs: number;
  readonly shownMs: Readonly<{
    [Outcome in Shown['verdict']['outcome']]: number;
  }>;
  readonly resolvedMs: number;
  readonly samePresentationMs: number;
  readonly presentationMs: number;
  readonly noiseMs: number;
} = {
  /** From the first bytes of a code to giving up on the rest. */
  readingMs: 2_000,
  measureMs: 15_000,
  /** A run of samples that has not settled by then is unstable. */
  settleMs: 6_000,
  shownMs: { admit: 1_600, deny: 5_000, none: 2_000 },
  resolvedMs: 1_600,
  /** From the latest entry of a pass on (format, section 5). */
  samePresentationMs: 8_000,
  /** From the first sight of a live presentation on; later it is a replay. */
  presentationMs: 45_000,
  noiseMs: 500,
};

/** The monotonic instant at which the host owes the gate a `time` event, if any. */
export function nextDeadlineMs({ phase }: Gate): number | undefined {
  switch (phase.kind) {
    case 'reading':
    case 'need-temperature':
    case 'shown':
    case 'resolved':
      return phase.untilMs;
    case 'idle':
    case 'hold':
    case 'recording':
    case 'out-of-service':
      return undefined;
  }
}

/** The phase with its times counted from the instant its entry became durable. */
export function startedAt(phase: Recorded, monoMs: number): Recorded {
  switch (phase.kind) {
    case 'need-temperature':
      return lasting(phase, gateTimes.measureMs, monoMs);
    case 'shown':
      return lasting(phase, gateTimes.shownMs[phase.verdict.outcome], monoMs);
    case 'resolved':
      return lasting(phase, gateTimes.resolvedMs, monoMs);
    case 'hold':
      return { ...phase, sinceMs: monoMs };
  }
}

function lasting<Timed extends Exclude<Recorded, Hold>>(
  phase: Timed,
  lastsMs: number,
  monoMs: number,
): Timed {
  return { ...phase, sinceMs: monoMs, untilMs: monoMs + lastsMs };
}
