import type { DeviceStatus } from '#kiosk/contract';
import type { Device, DeviceEvent } from '#native';

export interface DeviceBoard {
  /** One line per configured device, in the order of the configuration. */
  statuses(): readonly DeviceStatus[];
  /** The scanner to name when every configured one is out; wedge and camera still work. */
  lostScanner(): string | undefined;
  stop(): Promise<void>;
}

/** Starts every device and keeps its state; items and first bytes go to the listeners given. */
export function startDevices(
  devices: readonly RoutedDevice[],
  changed: () => void,
): DeviceBoard {
  const statuses = new Map<string, DeviceStatus>();
  for (const device of devices) {
    statuses.set(device.id, {
      id: device.id,
      kind: device.kind,
      state: 'closed',
    });
    device.start((event) => {
      const status = statuses.get(device.id);
      if (status === undefined) return;
      const next = statusAfter(status, event);
      if (next === status) return;
      statuses.set(device.id, next);
      changed();
    });
  }
  return {
    statuses: () => [...statuses.values()],
    lostScanner: () => {
      const scanners = [...statuses.values()].filter(
        ({ kind }) => kind === 'scanner',
      );
      return scanners.every(isOut) ? scanners[0]?.id : undefined;
    },
    stop: async () => {
      await Promise.all(devices.map((device) => device.stop()));
    },
  };
}

/** Not merely on its way: it has failed, and is not open. */
function isOut({ state, failure }: DeviceStatus): boolean {
  return state !== 'open' && failure !== undefined;
}

/** A device whose items already have a place to go; what is left for the board is its state. */
export interface RoutedDevice {
  readonly id: string;
  readonly kind: DeviceStatus['kind'];
  start(listener: (event: DeviceEvent<unknown>) => void): void;
  stop(): Promise<void>;
}

export function routed<Item>(
  device: Device<Item>,
  route: (event: DeviceEvent<Item>) => void,
): RoutedDevice {
  return {
    id: device.id,
    kind: device.kind,
    start: (listener) => {
      device.start((event) => {
        route(event);
        listener(event);
      });
    },
    stop: () => device.stop(),
  };
}

/**
 * A failure to open stays on screen until the device is open, also while it is being tried; a fault
 * of an open device until it next says something that can be read.
 */
function statusAfter(
  status: DeviceStatus,
  event: DeviceEvent<unknown>,
): DeviceStatus {
  const { id, kind, state, failure } = status;
  switch (event.kind) {
    case 'receiving':
      return status;
    case 'item':
      return failure === undefined ? status : { id, kind, state };
    case 'fault':
      return { ...status, failure: event.failure };
    case 'state': {
      const isWell = event.state === 'open' || event.state === 'closed';
      const why = isWell ? undefined : (event.failure ?? failure);
      return {
        id,
        kind,
        state: event.state,
        ...(why !== undefined && { failure: why }),
      };
    }
  }
}
