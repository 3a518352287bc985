import type { ResolutionKind } from '#core/gate';
import type { EntryKind, StaffAction, StaffCause } from '#core/log';
import type { ExportPlace, LogFact } from '../log.ts';
import type { JobFailure, JobKind } from '../snapshot.ts';
import type { FailureWords } from '../words.ts';

/** What the log screen, the exports and the jobs say. */
export interface LogWords {
  readonly jobs: Readonly<Record<JobKind, string>>;
  readonly jobFailures: Readonly<
    Record<Extract<JobFailure, `job.${string}`>, FailureWords>
  >;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  /** What was done, of entries that are no scans. */
  readonly actions: Readonly<Record<LogAction, string>>;
  /** Why, where neither a guard's reasons nor a refusal's code say it. */
  readonly causes: Readonly<Record<StaffCause, string>>;
  readonly facts: Readonly<Record<LogFact, string>>;
  /** The headings of an exported file. */
  readonly columns: Readonly<Record<LogColumn, string>>;
  readonly places: Readonly<Record<ExportPlace['kind'], string>>;
  readonly screen: Readonly<Record<LogWord, string>>;
}

export type LogAction =
  | Exclude<ResolutionKind, 'id-compared'>
  | 'id-matches'
  | 'id-differs'
  | 'applied'
  | 'confirmed'
  | 'refused'
  | 'jumped-forward'
  | 'jumped-back'
  | 'exported'
  | 'set-up'
  | StaffAction;

/** In the order of the file. */
export type LogColumn =
  | 'seq'
  | 'time'
  | 'utc'
  | 'clock'
  | 'kind'
  | 'outcome'
  | 'reason'
  | 'codes'
  | 'issuer'
  | 'name'
  | 'document'
  | 'temperatures'
  | 'action'
  | 'because'
  | 'staff'
  | 'about'
  | 'check'
  | 'hash';

export type LogWord =
  | 'log'
  | 'none'
  | 'filters'
  | 'when'
  | 'this-hour'
  | 'today'
  | 'seven-days'
  | 'any-time'
  | 'custom'
  | 'from'
  | 'until'
  | 'apply'
  | 'kind'
  | 'outcome'
  | 'reason'
  | 'issuer'
  | 'any'
  | 'clear'
  | 'reload'
  | 'newer'
  | 'older'
  | 'searching'
  | 'empty'
  | 'empty-way-back'
  | 'failed'
  | 'try-again'
  | 'altered'
  | 'altered-entry'
  | 'intact'
  | 'time-doubtful'
  | 'details'
  | 'close'
  | 'entry-hash'
  | 'chain'
  | 'sealed'
  | 'not-sealed'
  | 'linked'
  | 'about'
  | 'verify'
  | 'verify-what'
  | 'verifying'
  | 'chain-holds'
  | 'chain-broken'
  | 'export'
  | 'export-what'
  | 'export-masked'
  | 'export-altered'
  | 'export-recorded'
  | 'choose-place'
  | 'no-place'
  | 'look-again'
  | 'free'
  | 'language'
  | 'start-export'
  | 'exporting'
  | 'cancel'
  | 'cancelled'
  | 'exported'
  | 'rows'
  | 'file'
  | 'sha256'
  | 'device-key'
  | 'safe-to-unplug'
  | 'found-altered';
