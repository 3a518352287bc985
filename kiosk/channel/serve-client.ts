import { createBirpc } from 'birpc';
import type { ClientFunctions, KioskFunctions, Granted } from '#kiosk/contract';
import type { Service } from '#kiosk/service';

/** Whatever carries messages to one client: a WebSocket, a MessagePort, a pair in a test. */
export interface Channel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Serves the contract to one client until its channel closes; the host says what it may do before a login. */
export function serveClient(
  service: Service,
  channel: Channel,
  role: Granted,
): void {
  const desk = service.connect(role);
  const functions: KioskFunctions = {
    command: (command) => desk.command(command),
    query: (query) => desk.query(query),
    snapshot: async () => desk.snapshot(),
  };
  const client = createBirpc<ClientFunctions, KioskFunctions>(functions, {
    post: (message) => {
      channel.post(message);
    },
    on: (listener) => {
      channel.onMessage(listener);
    },
    eventNames: ['changed'],
    // The client controls the name: only what the contract lists can be called.
    resolver: (name, resolved) =>
      Object.hasOwn(functions, name) ? resolved : undefined,
  });
  const unsubscribe = desk.subscribe((snapshot) => {
    void client.changed(snapshot);
  });
  channel.onClose(() => {
    unsubscribe();
    desk.close();
    client.$close();
  });
}
