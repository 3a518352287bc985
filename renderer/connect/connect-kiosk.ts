import {
  contractVersion,
  type Command,
  type ContractError,
  type Query,
  type QueryValues,
  type Snapshot,
} from '#kiosk/contract';
import { backOffMs } from './back-off.ts';
import type { ChannelEnd, OpenChannel } from './channel.ts';
import { openConnection, type Connection } from './connection.ts';
import { isNewer, type Link } from './link.ts';

/** A command without its id, which the sender adds. */
export type Request = Command extends infer C
  ? C extends Command
    ? Omit<C, 'commandId'>
    : never
  : never;

export type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: ContractError | 'no-answer' };

/** What was asked for, or why it is not given. */
export type Reply<Kind extends Query['kind']> =
  | { readonly ok: true; readonly value: QueryValues[Kind] }
  | { readonly ok: false; readonly error: ContractError | 'no-answer' };

/** The service as a page sees it, across any number of connections. */
export interface LiveKiosk {
  link(): Link;
  subscribe(listener: () => void): () => void;
  /** Never rejects: a service that does not answer is an answer too. */
  send(request: Request): Promise<Answer>;
  /** Never rejects either. */
  ask<Q extends Query>(query: Q): Promise<Reply<Q['kind']>>;
}

/** How long a run-down countdown may stay on screen before the service counts as lost. */
const graceMs = 3000;

/** Connects, and goes on connecting for as long as the page lives. */
export function connectKiosk(open: OpenChannel): LiveKiosk {
  const listeners = new Set<() => void>();
  let link: Link = { kind: 'connecting' };
  let held: Snapshot | undefined;
  let connection: Connection | undefined;
  let attempt = 0;
  let overdue: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Link): void => {
    link = next;
    for (const listener of listeners) listener();
  };

  const take = (snapshot: Snapshot): void => {
    held = snapshot;
    attempt = 0;
    show({ kind: 'live', snapshot, atMs: performance.now() });
    clearTimeout(overdue);
    // A service that stands still would leave a verdict on screen for ever.
    if ('countdown' in snapshot.gate) {
      overdue = setTimeout(() => {
        connection?.close();
      }, snapshot.gate.countdown.leftMs + graceMs);
    }
  };

  const fetched = (snapshot: Snapshot): void => {
    const spoken: number = snapshot.contract;
    if (spoken !== contractVersion) {
      show({ kind: 'other-version' });
      connection?.close();
      return;
    }
    take(snapshot);
  };

  const ended = (why: ChannelEnd): void => {
    connection = undefined;
    clearTimeout(overdue);
    if (link.kind === 'other-version') return;
    if (why === 'turned-away') {
      show({ kind: 'turned-away' });
      return;
    }
    show({
      kind: 'interrupted',
      ...(held !== undefined && { checkpoint: held.checkpoint }),
    });
    setTimeout(dial, backOffMs(attempt, Math.random()));
    attempt += 1;
  };

  const dial = (): void => {
    connection = openConnection(open, {
      fetched,
      changed: (snapshot) => {
        if (isNewer(held, snapshot)) take(snapshot);
      },
      ended,
    });
  };

  dial();
  return {
    link: () => link,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    send: async (request) => {
      if (connection === undefined || link.kind !== 'live') return noAnswer;
      // Spreading a union loses which case it was; the id is all that was missing.
      const command = { ...request, commandId: crypto.randomUUID() } as Command;
      return connection.command(command).catch(() => noAnswer);
    },
    ask: async <Q extends Query>(query: Q): Promise<Reply<Q['kind']>> => {
      if (connection === undefined || link.kind !== 'live') return noAnswer;
      const answer = await connection.query(query).catch(() => noAnswer);
      // The service answers a query with the value of its kind; the wire does not carry types.
      return answer as Reply<Q['kind']>;
    },
  };
}

const noAnswer: { readonly ok: false; readonly error: 'no-answer' } = {
  ok: false,
  error: 'no-answer',
};
