import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EntryDraft } from '#core/log';
import { appendAll, openConnection, type Store } from '#db';
import { openArchive, type Archive } from '#kiosk/archive';
import type {
  ExportRequest,
  Job,
  JobState,
  ExportResult,
} from '#kiosk/contract';
import {
  createExporter,
  rememberDeviceKey,
  type ExporterParts,
} from '#kiosk/export';
import { createChainProver, createJobBoard, type JobBoard } from '#kiosk/jobs';
import { newId } from '#kiosk/lane';
import { createFileVault } from '#kiosk/vault';
import { checkpoint, later } from '../../core/log/example-records.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { noWork } from '../jobs/no-work.ts';

/** What of a lane an export touches, on a real store: no gate, no devices. */
export interface ExportLane {
  readonly folder: string;
  /** A folder that counts as a drive that is plugged in. */
  readonly drive: string;
  readonly store: Store;
  readonly archive: Archive;
  readonly board: JobBoard;
}

export function laneWith(
  drafts: Iterable<EntryDraft>,
  differing: Partial<ExporterParts> = {},
): ExportLane {
  const folder = newFolder();
  openConnection(join(folder, 'postern.db')).close();
  appendAll(folder, drafts);
  const lane = laneOn(folder, storeIn(folder), newFolder(), differing);
  onTestFinished(() => lane.board.stop());
  return lane;
}

/** A lane on a store; `drives` has one folder that counts as a drive that is plugged in. */
export function laneOn(
  folder: string,
  store: Store,
  drives: string,
  differing: Partial<ExporterParts> = {},
): ExportLane {
  const drive = join(drives, 'USB');
  mkdirSync(drive, { recursive: true });
  const archive = openArchive(store.entries, folder, {
    folders: [{ path: drives, depth: 1 }],
    isMounted: () => true,
  });
  const board = createJobBoard(
    {
      ...noWork,
      'verify-chain': createChainProver(folder),
      'export-log': createExporter({
        folder,
        checkpoint,
        archive,
        vault: createFileVault(join(folder, 'keys')),
        now: () => later(60_000),
        newId,
        append: (draft) => store.entries.append(draft),
        remember: (deviceKey) => rememberDeviceKey(store.meta, deviceKey),
        ...differing,
      }),
    },
    newId,
  );
  return { folder, drive, store, archive, board };
}

/** Starts an export and waits for its end. */
export async function exportFrom(
  { board }: ExportLane,
  request: Partial<ExportRequest> = {},
): Promise<JobState<ExportResult>> {
  const isStarted = board.start({
    kind: 'export-log',
    request: {
      filter: {},
      placeId: 'data-folder',
      language: 'en',
      ...request,
    },
    by: { id: '019ab000-0000-7000-8000-00000000000a', name: '王芳' },
  });
  if (!isStarted) throw new Error('another export runs');
  const ended = await untilJob(board, ({ state }) => state.kind !== 'running');
  if (ended.kind !== 'export-log') throw new Error('not an export');
  return ended.state;
}

export async function exportedFrom(
  lane: ExportLane,
  request?: Partial<ExportRequest>,
): Promise<ExportResult> {
  const state = await exportFrom(lane, request);
  if (state.kind !== 'done') throw new Error(JSON.stringify(state));
  return state.result;
}

/** The newest job as soon as it fits. */
export async function untilJob(
  board: JobBoard,
  fits: (job: Job) => boolean,
): Promise<Job> {
  return await new Promise((found) => {
    const look = (): void => {
      const job = board.jobs().at(-1);
      if (job === undefined || !fits(job)) return;
      stop();
      found(job);
    };
    const stop = board.onChange(look);
    look();
  });
}

/** Does what someone with the disk and the sqlite shell can do. */
export function tamper(folder: string, sql: string): void {
  const database = new Database(join(folder, 'postern.db'));
  database.exec(
    'DROP TRIGGER IF EXISTS entry_is_never_changed; DROP TRIGGER IF EXISTS entry_is_never_deleted; PRAGMA foreign_keys = OFF;',
  );
  database.exec(sql);
  database.close();
}
