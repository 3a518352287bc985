import type { Snapshot } from '#kiosk/contract';
import type { Service, ServiceClient } from '#kiosk/service';

/** One service to its clients, though another may take over behind it. */
export interface Switch {
  readonly service: Service;
  /** From now on every client speaks to this one; each hears at once where it stands. */
  to(next: Service): void;
}

/** Keeps clients connected while a setup becomes a lane; they tell the two apart by `serviceId`. */
export function createSwitch(first: Service): Switch {
  let present = first;
  const reconnects = new Set<() => void>();
  return {
    service: {
      connect: (granted) => {
        let client = present.connect(granted);
        const listeners = new Map<Listener, () => void>();
        const reconnect = (): void => {
          client.close();
          client = present.connect(granted);
          for (const [listener, unsubscribe] of listeners) {
            unsubscribe();
            listeners.set(listener, client.subscribe(listener));
          }
          const snapshot = client.snapshot();
          for (const listener of listeners.keys()) listener(snapshot);
        };
        reconnects.add(reconnect);
        return {
          snapshot: () => client.snapshot(),
          subscribe: (listener) => {
            listeners.set(listener, client.subscribe(listener));
            return () => {
              listeners.get(listener)?.();
              listeners.delete(listener);
            };
          },
          command: (command) => client.command(command),
          query: (query) => client.query(query),
          close: () => {
            reconnects.delete(reconnect);
            client.close();
          },
        } satisfies ServiceClient;
      },
      stop: () => present.stop(),
    },
    to: (next) => {
      present = next;
      for (const reconnect of reconnects) reconnect();
    },
  };
}

type Listener = (snapshot: Snapshot) => void;
