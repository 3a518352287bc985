import type { GateView } from '#kiosk/contract';

/** One tone: when it begins and how long it lasts, gliding between two pitches. */
export interface Tone {
  readonly atMs: number;
  readonly lastsMs: number;
  readonly fromHz: number;
  readonly toHz: number;
}

export type EarconName = 'admit' | 'hold' | 'deny';

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
};

/**
 * Which sound a view asks for, and the verdict it is for: the same verdict sounds once, however
 * often it is drawn; a new measurement of the same scan is a new verdict.
 */
export function earconOf(
  view: GateView,
): { readonly name: EarconName; readonly verdictId: string } | undefined {
  switch (view.kind) {
    case 'admit':
    case 'hold':
    case 'deny':
      return {
        name: view.kind,
        verdictId: `${view.scanId} ${view.kind} ${view.verdict.temperaturesDeci.length}`,
      };
    case 'idle':
    case 'reading':
    case 'need-temperature':
    case 'not-a-pass':
    case 'resolved':
    case 'device-lost':
    case 'out-of-service':
      return undefined;
  }
}
