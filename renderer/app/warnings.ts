import type { DeviceFailure, DeviceStatus, Snapshot } from '#kiosk/contract';

/** One thing the guard should know while the lane still works. */
export type Warning =
  | {
      readonly kind: 'device';
      readonly id: string;
      readonly device: DeviceStatus['kind'];
      readonly failure: DeviceFailure;
    }
  | { readonly kind: 'clock'; readonly state: 'doubtful' | 'unknown' }
  | {
      readonly kind: 'freshness';
      readonly rung: 'none' | 'banner' | 'hold' | 'expired';
    }
  | { readonly kind: 'unsent'; readonly count: number };

const manyUnsent = 1000;

/** Everything to warn of, the gravest kind first: devices, clock, freshness, queue. */
export function warningsOf(snapshot: Snapshot): readonly Warning[] {
  return [
    ...deviceWarnings(snapshot),
    ...clockWarnings(snapshot),
    ...freshnessWarnings(snapshot),
    ...queueWarnings(snapshot),
  ];
}

/** Striped, because it changes what the kiosk decides. */
export function isGrave(warning: Warning): boolean {
  switch (warning.kind) {
    case 'device':
      return false;
    case 'clock':
      return true;
    case 'freshness':
      return warning.rung !== 'banner';
    case 'unsent':
      return false;
  }
}

/** The device that already fills the screen is not said twice. */
function deviceWarnings({ devices, gate }: Snapshot): readonly Warning[] {
  return devices.flatMap(({ id, kind, failure }) =>
    failure === undefined || (gate.kind === 'device-lost' && kind === 'scanner')
      ? []
      : [{ kind: 'device', id, device: kind, failure }],
  );
}

function clockWarnings({ clock }: Snapshot): readonly Warning[] {
  return clock.state === 'doubtful' || clock.state === 'unknown'
    ? [{ kind: 'clock', state: clock.state }]
    : [];
}

function freshnessWarnings({ freshness }: Snapshot): readonly Warning[] {
  return freshness.rung === 'normal'
    ? []
    : [{ kind: 'freshness', rung: freshness.rung }];
}

function queueWarnings({ unsent }: Snapshot): readonly Warning[] {
  return unsent > manyUnsent ? [{ kind: 'unsent', count: unsent }] : [];
}
