import type { GateView, Snapshot } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';

/** One tone: when it begins and how long it lasts, gliding between two pitches. */
export interface Tone {
  readonly atMs: number;
  readonly lastsMs: number;
  readonly fromHz: number;
  readonly toHz: number;
}

export type EarconName =
  'admit' | 'hold' | 'deny' | 'not-a-pass' | 'reminder' | 'trouble';

/** They differ by rhythm, so they survive noise and ears that no longer hear high tones. */
export const earcons: Readonly<Record<EarconName, readonly Tone[]>> = {
  admit: [
    { atMs: 0, lastsMs: 110, fromHz: 620, toHz: 700 },
    { atMs: 150, lastsMs: 150, fromHz: 880, toHz: 990 },
  ],
  hold: [
    { atMs: 0, lastsMs: 150, fromHz: 523, toHz: 523 },
    { atMs: 260, lastsMs: 150, fromHz: 523, toHz: 523 },
    { atMs: 520, lastsMs: 150, fromHz: 523, toHz: 523 },
  ],
  deny: [
    { atMs: 0, lastsMs: 620, fromHz: 233, toHz: 220 },
    { atMs: 740, lastsMs: 160, fromHz: 220, toHz: 220 },
  ],
  'not-a-pass': [{ atMs: 0, lastsMs: 120, fromHz: 440, toHz: 392 }],
  reminder: [
    { atMs: 0, lastsMs: 90, fromHz: 523, toHz: 523 },
    { atMs: 600, lastsMs: 90, fromHz: 523, toHz: 523 },
  ],
  trouble: [
    { atMs: 0, lastsMs: 420, fromHz: 392, toHz: 330 },
    { atMs: 560, lastsMs: 420, fromHz: 392, toHz: 330 },
  ],
};

/** What a verdict sounds like, and which verdict it is. */
export interface Sounding {
  readonly name: EarconName;
  readonly verdictId: string;
  /** How often a reminder follows for as long as it stays. */
  readonly remindsEveryMs?: number;
}

const reminderEveryMs = 20_000;

/**
 * Which sound a view asks for, and the verdict it is for: the same verdict sounds once, however
 * often it is drawn; a new measurement of the same scan is a new verdict. A hold asks again for as
 * long as nobody has decided.
 */
export function earconOf(view: GateView): Sounding | undefined {
  switch (view.kind) {
    case 'admit':
    case 'deny':
    case 'not-a-pass':
      return { name: view.kind, verdictId: idOf(view) };
    case 'hold':
      return {
        name: 'hold',
        verdictId: idOf(view),
        remindsEveryMs: reminderEveryMs,
      };
    case 'idle':
    case 'reading':
    case 'need-temperature':
    case 'resolved':
    case 'device-lost':
    case 'out-of-service':
      return undefined;
  }
}

/** What is wrong with the lane itself; each that was not there before is worth a sound. */
export function troublesOf(link: Link): readonly string[] {
  switch (link.kind) {
    case 'live':
      return troublesIn(link.snapshot);
    case 'interrupted':
      return ['interrupted'];
    case 'connecting':
    case 'other-version':
    case 'turned-away':
      return [];
  }
}

function idOf(view: Extract<GateView, { readonly verdict: unknown }>): string {
  return `${view.scanId} ${view.kind} ${view.verdict.temperaturesDeci.length}`;
}

function troublesIn({ gate, devices }: Snapshot): readonly string[] {
  return [
    ...(gate.kind === 'out-of-service' ? ['out-of-service'] : []),
    ...devices
      .filter(({ failure }) => failure !== undefined)
      .map(({ id }) => id),
  ];
}
