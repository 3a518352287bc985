import { createBirpc } from 'birpc';
import type { ClientFunctions, KioskFunctions, Role } from '#kiosk/contract';
import type { Service } from '#kiosk/service';

/** Whatever carries messages to one client: a WebSocket, a MessagePort, a pair in a test. */
export interface Channel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Serves the contract to one client until its channel closes; the host says which role it has. */
export function serveClient(
  service: Service,
  channel: Channel,
  role: Role,
): void {
  const functions: KioskFunctions = {
    command: async (command) => service.command(command, role),
    snapshot: async () => service.snapshot(),
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
  const unsubscribe = service.subscribe((snapshot) => {
    void client.changed(snapshot);
  });
  channel.onClose(() => {
    unsubscribe();
    client.$close();
  });
}
