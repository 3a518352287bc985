import type {
  ExportPlace,
  LogEntry,
  LogFilter,
  LogPage,
} from '#kiosk/contract';

/** The log as a supervisor reads it. */
export interface Archive {
  /** Newest first, before `beforeSeq` where given. */
  page(
    filter: LogFilter,
    beforeSeq: number | undefined,
    limit: number,
  ): LogPage;
  /** One entry with all it says in the clear; empty where there is none of that seq. */
  entry(seq: number): { readonly entry?: LogEntry };
  /** Where an export may go, the data folder's own first. */
  exportPlaces(): readonly ExportPlace[];
}
