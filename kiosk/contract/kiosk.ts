import type { Command, CommandAnswer } from './commands.ts';
import type { Snapshot } from './snapshot.ts';

/** What a client calls; the service answers over whatever channel the host gives. */
export interface KioskFunctions {
  command(command: Command): Promise<CommandAnswer>;
  /** The whole present state; a client asks at every (re)connect before it shows anything. */
  snapshot(): Promise<Snapshot>;
}

/** What the service calls on every client. */
export interface ClientFunctions {
  changed(snapshot: Snapshot): void;
}
