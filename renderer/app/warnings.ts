import type { DeviceFailure, DeviceStatus, Snapshot } from '#kiosk/contract';

/** One thing the guard should know while the lane still works. */
export type Warning =
  | {
      readonly kind: 'device';
      /** Only where there are several of its kind. */
      readonly id?: string;
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
  if (snapshot.state === 'unconfigured' || snapshot.state === 'revoked') {
    return [];
  }
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
  return devices.flatMap(({ id, kind, failure }) => {
    if (failure === undefined) return [];
    if (gate.kind === 'device-lost' && gate.deviceId === id) return [];
    const isOnly = devices.filter((other) => other.kind === kind).length === 1;
    return [{ kind: 'device', device: kind, failure, ...(!isOnly && { id }) }];
  });
}

/** Before anything signed was seen there is nothing to set the clock by: a bundle comes first. */
function clockWarnings({ clock, freshness }: Snapshot): readonly Warning[] {
  if (freshness.rung === 'none' && clock.settable === undefined) return [];
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
