import type {
  ExportRequest,
  JobKind,
  JobResults,
  JobState,
} from '#kiosk/contract';

/** What can be asked for, with all that is needed to do it. */
export type Work =
  | { readonly kind: 'verify-chain' }
  | {
      readonly kind: 'export-log';
      readonly request: ExportRequest;
      readonly by?: Asker;
    }
  | {
      readonly kind: 'import-bundle';
      readonly placeId: string;
      readonly by?: Asker;
    };

/** Who is logged in; absent where the host lets its clients ask without. */
export interface Asker {
  readonly id: string;
  readonly name: string;
}

/** Begins the work of one kind. It tells how far it is, and at last how it ended, once. */
export type StartWork<Kind extends JobKind> = (
  work: Extract<Work, { readonly kind: Kind }>,
  tell: (state: JobState<JobResults[Kind]>) => void,
) => RunningWork;

export interface RunningWork {
  /** Ends it before its time; resolves when it is gone and has left nothing behind. */
  cancel(): Promise<void>;
}

/** How each kind of work is done. */
export type Workshop = { readonly [Kind in JobKind]: StartWork<Kind> };
