import type {
  EntryDraft,
  StaffCause,
  StaffEvent,
  StaffPerson,
} from '#core/log';
import type { Result } from '#core/result';
import type { Pin, RootMetadata, TrustedTime } from '#core/trust';
import type { SaidTime } from '#kiosk/clock';
import type { CommandAnswer, ContractError, Granted } from '#kiosk/contract';
import type { Person, Roster } from './roster.ts';
import type { SessionPerson } from './session.ts';

/** What every kind of staff command works with. */
export interface Office extends Pick<Pin, 'signatures' | 'sha256'> {
  readonly roster: Roster;
  /** The root in force: any one key of its targets role signs recovery codes. */
  root(): RootMetadata;
  readonly checkpointId: string;
  now(): TrustedTime;
  /** What a person's word for the time would do; it is done once taken. */
  sayTime(saidMs: number): Result<SaidTime, 'clock.outside'>;
  /** The entry of something that happens now. */
  entry(event: Omit<StaffEvent, 'id' | 'at'>): EntryDraft;
  newId(): string;
  /** Ends this person's sessions, wherever they are; each end is an entry of its own. */
  dismiss(staffId: string, because: StaffCause): void;
}

/** The client a command came from. */
export interface Visitor {
  person(): SessionPerson | undefined;
  role(): Granted;
  isOpen(): boolean;
  begin(person: SessionPerson): void;
  /** Nobody is logged in here from now on; who it was, or undefined. */
  end(): SessionPerson | undefined;
}

export const done: CommandAnswer = { ok: true };

export function refusal(error: ContractError): CommandAnswer {
  return { ok: false, error };
}

export function toStaffPerson({
  id,
  name,
  role,
}: Pick<Person, 'id' | 'name' | 'role'>): StaffPerson {
  return { id, name, role };
}

/** Who did it, where a login says so; a host that grants a role names nobody. */
export function by(visitor: Visitor): { readonly by?: StaffPerson } {
  const person = visitor.person();
  return person === undefined ? {} : { by: person };
}
