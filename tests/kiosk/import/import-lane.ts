import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store } from '#db';
import type { ImportResult, JobState } from '#kiosk/contract';
import { createImporter, findBundles, type ImporterParts } from '#kiosk/import';
import type { PlaceRoots } from '#kiosk/drives';
import { createJobBoard, type JobBoard } from '#kiosk/jobs';
import { newId } from '#kiosk/lane';
import type { TrustKeeper } from '#kiosk/trust';
import { trustedNow } from '../../core/trust/signing.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { untilJob } from '../export/export-lane.ts';
import { noWork } from '../jobs/no-work.ts';
import { trustIn } from '../trust/trust-in.ts';

/** What of a lane an import touches, on a real store: no gate, no devices. */
export interface ImportLane {
  readonly folder: string;
  /** A folder that counts as a drive that is plugged in. */
  readonly drive: string;
  readonly store: Store;
  readonly trust: TrustKeeper;
  readonly board: JobBoard;
  places(): ReturnType<typeof findBundles>;
}

export const asker = {
  id: '019ab000-0000-7000-8000-00000000000a',
  name: '王芳',
} as const;

export function importLane(
  differing: Partial<ImporterParts> = {},
  folder: string = newFolder(),
  store: Store = storeIn(folder),
): ImportLane {
  const drives = newFolder();
  const drive = join(drives, 'USB');
  mkdirSync(drive);
  const trust = trustIn(folder, store);
  const { places = () => findBundles(folder, plugged(drives)) } = differing;
  const board = createJobBoard(
    {
      ...noWork,
      'import-bundle': createImporter({
        folder,
        trust,
        places,
        now: () => trustedNow,
        newId,
        append: (draft) => store.entries.append(draft),
        recorded: () => undefined,
        ...differing,
      }),
    },
    newId,
  );
  onTestFinished(() => board.stop());
  return { folder, drive, store, trust, board, places };
}

/** Every folder in this one counts as a drive that is plugged in. */
export function plugged(path: string): PlaceRoots {
  return { folders: [{ path, depth: 1 }], isMounted: () => true };
}

/** Puts a file on the drive. */
export function put(
  { drive }: ImportLane,
  bytes: Uint8Array,
  name: string = 'bundle.hpb',
): string {
  const path = join(drive, name);
  writeFileSync(path, bytes);
  return path;
}

/** Starts an import of the first place there is, or of another. */
export function begin(
  { board, places }: ImportLane,
  placeId: string | undefined = places()[0]?.id,
): boolean {
  if (placeId === undefined) throw new Error('there is no bundle');
  return board.start({ kind: 'import-bundle', placeId, by: asker });
}

/** Waits for the end of the import that runs. */
export async function ended({
  board,
}: ImportLane): Promise<JobState<ImportResult>> {
  const job = await untilJob(board, ({ state }) => state.kind !== 'running');
  if (job.kind !== 'import-bundle') throw new Error('not an import');
  return job.state;
}

export async function imported(
  lane: ImportLane,
  placeId?: string,
): Promise<JobState<ImportResult>> {
  if (!begin(lane, placeId)) throw new Error('another import runs');
  return ended(lane);
}
