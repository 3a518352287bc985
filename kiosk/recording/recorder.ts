import type { Record, RecordingFailure } from '#core/gate';
import {
  personalDataOf,
  toEntryDraft,
  type EntryStore,
  type StoreFailure,
} from '#core/log';
import type { Checkpoint } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import type { Calendar, Sealer } from '#kiosk/vault';

export interface Recorder {
  /** Durable once ok; the caller shows nothing before. */
  write(record: Record): Result<void, RecordingFailure>;
  /** Whether a record could be written now. */
  canWrite(): boolean;
}

/** Turns what the gate wants recorded into entries, with whom it was about sealed beside them. */
export function createRecorder(
  entries: EntryStore,
  checkpoint: Checkpoint,
  sealer: Sealer,
  calendar: Calendar,
  staffOnDuty: () => string | undefined,
): Recorder {
  return {
    write: (record) => {
      const draft = toEntryDraft(record, checkpoint, staffOnDuty());
      const personal = personalDataOf(record);
      if (personal === undefined) return recorded(entries.append(draft));
      const month = calendar.monthOf(record.at.atMs);
      const sealed = sealer.seal(personal, { entryId: record.id, month });
      if (!sealed.ok) return recorded(sealed);
      return recorded(entries.append({ ...draft, sealed: sealed.value }));
    },
    canWrite: () => entries.probe().ok,
  };
}

function recorded(
  written: Result<unknown, StoreFailure>,
): Result<void, RecordingFailure> {
  return written.ok ? ok(undefined) : err(recordingFailure(written.error));
}

/** What the gate shows of a store that fails while open; the engineers' detail stays in the log. */
export function recordingFailure({ code }: StoreFailure): RecordingFailure {
  switch (code) {
    case 'store.full':
    case 'store.io':
    case 'store.closed':
      return code;
    case 'store.locked':
    case 'store.pragma':
    case 'store.from-the-future':
    case 'store.corrupt':
      return 'store.io';
  }
}
