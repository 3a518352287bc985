import type { Command, CommandAnswer } from './commands.ts';
import type { Query, QueryAnswer } from './queries.ts';
import type { Snapshot } from './snapshot.ts';

/** What a client calls; the service answers over whatever channel the host gives. */
export interface KioskFunctions {
  command(command: Command): Promise<CommandAnswer>;
  /** Reads what is too large, or not for everyone, to be in a snapshot. */
  query(query: Query): Promise<QueryAnswer>;
  /** The whole present state; a client asks at every (re)connect before it shows anything. */
  snapshot(): Promise<Snapshot>;
}

/** What the service calls on every client. */
export interface ClientFunctions {
  changed(snapshot: Snapshot): void;
}
