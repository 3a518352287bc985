import type { ExportPlace, LogFilter, LogPage } from '#kiosk/contract';

/** The log as a supervisor reads it. */
export interface Archive {
  /** Newest first, before `beforeSeq` where given. */
  page(
    filter: LogFilter,
    beforeSeq: number | undefined,
    limit: number,
  ): LogPage;
  /** Where an export may go, the data folder's own first. */
  exportPlaces(): readonly ExportPlace[];
}
