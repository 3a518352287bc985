import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { toExportDraft, type EntryDraft, type StoreFailure } from '#core/log';
import type { Checkpoint } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import type { TrustedTime } from '#core/trust';
import type { Archive } from '#kiosk/archive';
import type {
  ExportPlace,
  ExportResult,
  JobFailure,
  JobState,
} from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';
import { followWorker, type RunningWork, type StartWork } from '#kiosk/jobs';
import { recordingFailure } from '#kiosk/recording';
import { deviceKeyOf, type DeviceKey, type KeyVault } from '#kiosk/vault';
import type { ExportPlan } from './export-plan.ts';
import { createLocalTime } from './local-time.ts';
import { signManifest } from './manifest.ts';
import { placeFailure } from './place-failure.ts';
import type { WrittenRows } from './write-rows.ts';

/** What an export needs of its lane. */
export interface ExporterParts {
  /** The data folder. */
  readonly folder: string;
  readonly checkpoint: Checkpoint;
  readonly archive: Pick<Archive, 'exportPlaces'>;
  readonly vault: KeyVault;
  now(): TrustedTime;
  newId(): string;
  append(draft: EntryDraft): Result<unknown, StoreFailure>;
  /** Keeps the public half of the key that signs, for whoever checks an export beside this log. */
  remember(deviceKey: Uint8Array): Result<void, StoreFailure>;
}

/** The written rows with what the finished file was. */
export type ExportedRows = WrittenRows & {
  readonly bytes: number;
  /** Of the whole file, 32 bytes. */
  readonly sha256: Uint8Array;
};

type Tell = (state: JobState<ExportResult>) => void;

/**
 * Exports the log: a worker thread reads, verifies and writes; this thread alone has the key and the
 * log's one writer. An export that cannot be recorded is taken away again.
 */
export function createExporter(parts: ExporterParts): StartWork<'export-log'> {
  return ({ request, by }, tell) => {
    const place = parts.archive
      .exportPlaces()
      .find(({ id }) => id === request.placeId);
    if (place === undefined) return failed('job.place-gone', tell);
    const key = deviceKeyOf(parts.vault);
    if (!key.ok) return failed(recordingFailure(key.error), tell);
    const remembered = parts.remember(key.value.publicKey);
    if (!remembered.ok) return failed(recordingFailure(remembered.error), tell);

    const { filter, language } = request;
    const at = parts.now();
    const plan: ExportPlan = {
      folder: parts.folder,
      filter,
      language,
      timeZone: parts.checkpoint.timeZone,
      ...filesIn(place, parts.checkpoint, at),
    };
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
      workerData: plan,
      resourceLimits,
    });
    return followWorker<ExportedRows, ExportResult, ExportedRows>(worker, {
      tell,
      answer: (rows) => signedRows(rows, plan, key.value, parts),
      finish: (rows) => recorded(rows, plan, place, key.value, by, parts),
      undo: () => {
        remove(plan);
      },
    });
  };
}

/** An export is a stream: a log of any length goes through this much, or something is wrong. */
const resourceLimits = {
  maxOldGenerationSizeMb: 64,
  // Small, so that the bytes of rows already written are given back soon.
  maxYoungGenerationSizeMb: 8,
};

function failed(failure: JobFailure, tell: Tell): RunningWork {
  tell({ kind: 'failed', failure });
  return { cancel: () => Promise.resolve() };
}

/** Says where and when and nothing of anyone; a little chance keeps two exports of one second apart. */
function filesIn(
  place: ExportPlace,
  checkpoint: Checkpoint,
  { atMs }: TrustedTime,
): Pick<ExportPlan, 'csv' | 'manifest'> {
  const where = checkpoint.id.replaceAll(/[^A-Za-z0-9-]/g, '');
  const when = createLocalTime(checkpoint.timeZone).compact(atMs);
  const name = `postern-log-${where}-${when}-${randomBytes(3).toString('hex')}`;
  const named = (ending: string) => {
    const file = join(place.path, `${name}${ending}`);
    return { file, unfinished: `${file}.unfinished` };
  };
  return { csv: named('.csv'), manifest: named('.csv.manifest') };
}

function signedRows(
  rows: ExportedRows,
  { filter, language }: ExportPlan,
  key: DeviceKey,
  { checkpoint, now }: ExporterParts,
): Uint8Array {
  const { bytes: _, rowList, ...told } = rows;
  const { lowerMs, atMs, upperMs, state } = now();
  return signManifest(
    {
      ...told,
      checkpoint: checkpoint.id,
      lane: checkpoint.lane,
      timeZone: checkpoint.timeZone,
      madeAt: {
        lowerMs: Math.floor(lowerMs),
        atMs: Math.floor(atMs),
        upperMs: Math.ceil(upperMs),
        state,
      },
      filter,
      language,
      rowList: sha256(rowList),
    },
    key,
  );
}

function recorded(
  rows: ExportedRows,
  { csv, manifest, filter }: ExportPlan,
  place: ExportPlace,
  { publicKey }: DeviceKey,
  by: { readonly id: string; readonly name: string } | undefined,
  parts: ExporterParts,
): Result<ExportResult, JobFailure> {
  const appended = parts.append(
    toExportDraft({
      id: parts.newId(),
      at: parts.now(),
      rows: rows.rows,
      sha256: rows.sha256,
      filter,
      place: place.kind,
      altered: rows.altered,
      deviceKey: publicKey,
      ...(by !== undefined && { by }),
    }),
  );
  if (!appended.ok) return err(recordingFailure(appended.error));
  return ok({
    file: csv.file,
    manifest: manifest.file,
    rows: rows.rows,
    sha256: hex(rows.sha256),
    alteredSeqs: rows.alteredSeqs,
    altered: rows.altered,
    deviceKey: hex(publicKey),
  });
}

function remove({ csv, manifest }: ExportPlan): void {
  for (const { file, unfinished } of [csv, manifest]) {
    removeFile(file);
    removeFile(unfinished);
  }
}

/** From a drive that is gone, or has become read-only, nothing can be removed. */
function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (placeFailure(error) === undefined) throw error;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
