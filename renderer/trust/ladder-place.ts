import type { HeldView } from '#kiosk/contract';

export type Rung = HeldView['rung'];

/** From the best to the worst, as they are drawn. */
export const rungs: readonly Rung[] = ['normal', 'banner', 'hold', 'expired'];

/**
 * Where an age stands on the drawn ladder, from 0 to 1. All rungs are drawn alike wide, so each has a
 * scale of its own; the last has no end and is never left. An age never stands on another rung than
 * the kiosk says, for the kiosk knows what its clock may be wrong by.
 */
export function ladderPlace(
  rung: Rung,
  ageMs: number,
  ladder: HeldView['ladder'],
): number {
  const { normalMs, bannerMs, holdMs } = ladder;
  return (rungs.indexOf(rung) + within()) / rungs.length;

  function within(): number {
    switch (rung) {
      case 'normal':
        return shareOf(ageMs, 0, normalMs);
      case 'banner':
        return shareOf(ageMs, normalMs, bannerMs);
      case 'hold':
        return shareOf(ageMs, bannerMs, holdMs);
      case 'expired':
        return ageMs > holdMs ? 1 - holdMs / ageMs : 0;
    }
  }
}

function shareOf(ageMs: number, fromMs: number, untilMs: number): number {
  if (untilMs <= fromMs) return 0;
  return Math.min(1, Math.max(0, (ageMs - fromMs) / (untilMs - fromMs)));
}
