import { randomUUID } from 'node:crypto';
import type { Command, GateView, Resolution } from '#kiosk/contract';

/** What a careful guard does with a hold that nobody at the screen resolves. */
export function guardFor(hold: Extract<GateView, { kind: 'hold' }>): Command {
  return {
    kind: 'resolve',
    commandId: randomUUID(),
    scanId: hold.scanId,
    resolution: resolutionOf(hold),
  };
}

function resolutionOf(hold: Extract<GateView, { kind: 'hold' }>): Resolution {
  if (hold.choices.includes('measure-again')) return { kind: 'measure-again' };
  if (hold.choices.includes('id-compared'))
    return { kind: 'id-compared', matches: true };
  const [allow] = hold.allowReasons;
  if (hold.choices.includes('allow') && allow !== undefined)
    return { kind: 'allow', because: allow };
  return {
    kind: 'refuse',
    because: hold.refuseReasons[0] ?? 'left-by-themselves',
  };
}
