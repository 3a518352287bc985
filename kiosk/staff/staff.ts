import type {
  CommandAnswer,
  Granted,
  Session,
  Shift,
  StaffCommand,
  StaffMember,
  StaffRead,
} from '#kiosk/contract';

/** The people of this kiosk: who they are, what they may do, who is on duty. */
export interface Staff {
  /** A desk of its own for every client; `granted` is what its host lets it do without a login. */
  openDesk(granted: Granted, changed: () => void): Desk;
  members(): readonly StaffMember[];
  shift(): Shift | undefined;
  /**
   * Takes a text that is for the staff and no scan: what a client waits for, or a badge, which starts
   * or ends its owner's shift. Undefined for everything else.
   */
  take(text: string): CommandAnswer | undefined;
  /** What a recovery code has to be signed for; another one after each use. */
  recoveryChallenge(): string;
  /** Others may have written to the store: look again at what it holds. */
  reread(): void;
  /** Ends every session and writes down what is left of the locks. */
  stop(): void;
}

/** What one client may do; its session ends by itself, with the client, and on log-out. */
export interface Desk {
  session(): Session;
  /** What this client waited for, once a reader has read it. */
  read(): StaffRead | undefined;
  /** The role of whoever is logged in, or what the host granted. */
  role(): Granted;
  perform(command: StaffCommand): Promise<CommandAnswer>;
  /** A person did something: puts off the idle limit. */
  used(): void;
  close(): void;
}
