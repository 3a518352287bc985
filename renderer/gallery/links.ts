import type { GateView } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { gateShowing, snapshotWith } from './snapshot.ts';
import { scanId } from './verdicts.ts';

export type HoldView = Extract<GateView, { kind: 'hold' }>;

/** What the gate offers for such a verdict; a test compares it with the gate's own word. */
export type Offered = Pick<
  HoldView,
  'choices' | 'allowReasons' | 'refuseReasons'
>;

export function hold(verdict: HoldView['verdict'], offered: Offered): Link {
  return live(holdView(verdict, offered));
}

export function holdView(
  verdict: HoldView['verdict'],
  offered: Offered,
): HoldView {
  return { kind: 'hold', scanId, verdict, ...offered, idCompared: false };
}

export const forUnknown: Offered = {
  choices: ['allow', 'refuse'],
  allowReasons: [
    'registered-by-hand',
    'confirmed-by-phone',
    'supervisor-approved',
  ],
  refuseReasons: ['no-valid-pass', 'left-by-themselves'],
};

export const forShowing: Offered = {
  choices: ['id-compared', 'allow', 'refuse'],
  allowReasons: ['id-checked', 'supervisor-approved'],
  refuseReasons: ['id-does-not-match', 'no-valid-pass', 'left-by-themselves'],
};

export const forFever: Offered = {
  choices: ['measure-again', 'allow', 'refuse'],
  allowReasons: ['temperature-normal-by-hand'],
  refuseReasons: [
    'referred-to-medical',
    'will-not-be-measured',
    'left-by-themselves',
  ],
};

export function live(gate: GateView): Link {
  return { kind: 'live', snapshot: gateShowing(gate), atMs: 0 };
}

export function liveWith(differing: Parameters<typeof snapshotWith>[0]): Link {
  return { kind: 'live', snapshot: snapshotWith(differing), atMs: 0 };
}
