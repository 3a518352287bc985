import type {
  CommandAnswer,
  Role,
  Session,
  Shift,
  StaffCommand,
  StaffMember,
} from '#kiosk/contract';

/** The people of this kiosk: who they are, what they may do, who is on duty. */
export interface Staff {
  /** A desk of its own for every client; `granted` is what its host lets it do without a login. */
  openDesk(granted: Role, changed: () => void): Desk;
  members(): readonly StaffMember[];
  shift(): Shift | undefined;
  /** Starts or ends the shift of whose badge this is; false where the text is no badge. */
  takeBadge(text: string): boolean;
  /** What a recovery code has to be signed for; another one after each use. */
  recoveryChallenge(): string;
  stop(): void;
}

/** What one client may do; its session ends by itself, with the client, and on log-out. */
export interface Desk {
  session(): Session;
  /** The role of whoever is logged in, or what the host granted. */
  role(): Role;
  perform(command: StaffCommand): Promise<CommandAnswer>;
  /** A person did something: puts off the idle limit. */
  used(): void;
  close(): void;
}
