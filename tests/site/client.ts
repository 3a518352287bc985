import { randomUUID } from 'node:crypto';
import { createBirpc } from 'birpc';
import { WebSocket } from 'ws';
import type {
  ClientFunctions,
  Command,
  CommandAnswer,
  KioskFunctions,
  Query,
  QueryAnswer,
  Snapshot,
} from '#kiosk/contract';

/** A client without a screen: it speaks the contract over the loopback's WebSocket. */
export interface Client {
  /** Every snapshot received, oldest first. */
  readonly seen: readonly Snapshot[];
  command(command: Uncounted<Command>): Promise<CommandAnswer>;
  query(query: Query): Promise<QueryAnswer>;
  snapshot(): Promise<Snapshot>;
  /** Resolves with the first snapshot, past or to come, that fits. */
  until(fits: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  close(): void;
}

type Uncounted<C> = C extends unknown ? Omit<C, 'commandId'> : never;

/** `asks` goes with the token in the first message, as a page's does. */
export async function connectClient(
  url: string,
  asks: { readonly onlooker?: true } = {},
): Promise<Client> {
  const { origin, host, hash } = new URL(url);
  const socket = new WebSocket(`ws://${host}/ws`, { origin });
  await new Promise((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  socket.on('error', () => undefined);
  const seen: Snapshot[] = [];
  const waiting = new Set<(snapshot: Snapshot) => void>();
  const kiosk = createBirpc<KioskFunctions, ClientFunctions>(
    {
      changed: (snapshot) => {
        seen.push(snapshot);
        for (const listener of waiting) listener(snapshot);
      },
    },
    {
      post: (message) => {
        socket.send(JSON.stringify(message));
      },
      on: (listener) => {
        socket.on('message', (data: Buffer) =>
          listener(JSON.parse(data.toString())),
        );
      },
      timeout: 10_000,
    },
  );
  socket.send(
    JSON.stringify({
      token: new URLSearchParams(hash.slice(1)).get('token'),
      ...asks,
    }),
  );
  return {
    seen,
    command: (command) =>
      kiosk.command({ ...command, commandId: randomUUID() }),
    query: (query) => kiosk.query(query),
    snapshot: () => kiosk.snapshot(),
    until: async (fits) => {
      const past = seen.find(fits);
      if (past) return past;
      return await new Promise((found) => {
        const listener = (snapshot: Snapshot): void => {
          if (!fits(snapshot)) return;
          waiting.delete(listener);
          found(snapshot);
        };
        waiting.add(listener);
      });
    },
    close: () => {
      socket.terminate();
    },
  };
}
