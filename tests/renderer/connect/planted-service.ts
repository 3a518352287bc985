import { createBirpc } from 'birpc';
import type {
  ClientFunctions,
  Command,
  KioskFunctions,
  Snapshot,
} from '#kiosk/contract';
import type {
  ChannelEnd,
  ChannelListener,
  OpenChannel,
} from '../../../renderer/connect/channel.ts';

/** A service at the far end of an in-memory channel, and a hand on the cable between. */
export interface PlantedService {
  readonly open: OpenChannel;
  /** How often the page has dialled. */
  dialled(): number;
  /** Lets the last dialled channel open. */
  accept(): Promise<void>;
  /** Ends the last dialled channel. */
  end(why: ChannelEnd): Promise<void>;
  push(snapshot: Snapshot): Promise<void>;
  readonly commands: readonly Command[];
}

/** Answers with whatever `now` says is the present state; `undefined` never answers. */
export function plantService(now: () => Snapshot | undefined): PlantedService {
  const commands: Command[] = [];
  let dialled = 0;
  let listener: ChannelListener | undefined;
  let receive: ((message: unknown) => void) | undefined;
  let client: { changed(snapshot: Snapshot): Promise<void> } | undefined;

  const functions: KioskFunctions = {
    snapshot: () => {
      const snapshot = now();
      return snapshot === undefined
        ? new Promise<never>(() => undefined)
        : Promise.resolve(snapshot);
    },
    command: (command) => {
      commands.push(command);
      return Promise.resolve({ ok: true });
    },
    query: () => Promise.resolve({ ok: false, error: 'contract.not-offered' }),
  };

  return {
    commands,
    dialled: () => dialled,
    open: (given) => {
      dialled += 1;
      let isOver = false;
      const closed = (why: ChannelEnd): void => {
        if (!isOver) given.closed(why);
        isOver = true;
      };
      listener = { ...given, closed };
      client = createBirpc<ClientFunctions, KioskFunctions>(functions, {
        post: (message) => {
          given.message(structuredClone(message));
        },
        on: (reader) => {
          receive = reader;
        },
        eventNames: ['changed'],
      });
      return {
        post: (message) => receive?.(structuredClone(message)),
        close: () => {
          closed('lost');
        },
      };
    },
    accept: async () => {
      listener?.opened();
      await settle();
    },
    end: async (why) => {
      listener?.closed(why);
      await settle();
    },
    push: async (snapshot) => {
      await client?.changed(snapshot);
      await settle();
    },
  };
}

/** Lets every promise that is already due come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
