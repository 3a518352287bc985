import {
  TransportError,
  type Transport,
  type TransportEvents,
} from './transport.ts';

/** A port without hardware: a simulator or a test is the device at its other end. */
export interface MemoryPort {
  /** A new handle on the port, as `open` of a device asks for; one can be open at a time. */
  readonly transport: () => Transport;
  /** What the device sends; lost when nobody has the port open, as on a wire. */
  readonly push: (bytes: Uint8Array) => void;
  readonly unplug: () => void;
  readonly replug: () => void;
}

export function memoryTransport(): MemoryPort {
  let isPlugged = true;
  let reader: TransportEvents | undefined;

  const transport = (): Transport => {
    let own: TransportEvents | undefined;
    return {
      async open(events) {
        if (!isPlugged)
          throw new TransportError('device.missing', 'nothing is plugged in');
        if (reader !== undefined)
          throw new TransportError('device.busy', 'the port is open already');
        own = events;
        reader = events;
      },
      async close() {
        if (reader === own) reader = undefined;
      },
    };
  };

  return {
    transport,
    push(bytes) {
      reader?.bytes(Uint8Array.from(bytes));
    },
    unplug() {
      const left = reader;
      isPlugged = false;
      reader = undefined;
      left?.gone('device.unplugged');
    },
    replug() {
      isPlugged = true;
    },
  };
}
