import { createBirpc } from 'birpc';
import type {
  ClientFunctions,
  Command,
  CommandAnswer,
  KioskFunctions,
  Query,
  QueryAnswer,
  Snapshot,
} from '#kiosk/contract';
import type { ChannelEnd, OpenChannel } from './channel.ts';

const answerWithinMs = 5000;

/** One channel's life, from dialling to its end. */
export interface Connection {
  command(command: Command): Promise<CommandAnswer>;
  query(query: Query): Promise<QueryAnswer>;
  close(): void;
}

export interface ConnectionListener {
  /** The whole present state, asked for before any push is believed. */
  fetched(snapshot: Snapshot): void;
  changed(snapshot: Snapshot): void;
  ended(why: ChannelEnd): void;
}

/** Dials, asks for the whole state, then follows the pushes. */
export function openConnection(
  open: OpenChannel,
  listener: ConnectionListener,
): Connection {
  let isFetched = false;
  const readers = new Set<(message: unknown) => void>();
  const kiosk = createBirpc<KioskFunctions, ClientFunctions>(
    {
      changed: (snapshot) => {
        if (isFetched) listener.changed(snapshot);
      },
    },
    {
      post: (message) => {
        channel.post(message);
      },
      on: (reader) => {
        readers.add(reader);
      },
      off: (reader) => {
        readers.delete(reader);
      },
      timeout: answerWithinMs,
    },
  );
  let tooLate: ReturnType<typeof setTimeout> | undefined;
  const giveUp = (): void => {
    channel.close();
  };
  const channel = open({
    opened: () => {
      tooLate = setTimeout(giveUp, answerWithinMs);
      // Whatever the cause, a service that does not say where it stands is none.
      kiosk.snapshot().then((snapshot) => {
        clearTimeout(tooLate);
        isFetched = true;
        listener.fetched(snapshot);
      }, giveUp);
    },
    message: (message) => {
      for (const read of readers) read(message);
    },
    closed: (why) => {
      clearTimeout(tooLate);
      kiosk.$close();
      listener.ended(why);
    },
  });
  return {
    command: (command) => kiosk.command(command),
    query: (query) => kiosk.query(query),
    close: giveUp,
  };
}
