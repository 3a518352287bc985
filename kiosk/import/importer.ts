import { Worker } from 'node:worker_threads';
import { toImportDraft, type EntryDraft, type StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import type { TrustedTime } from '#core/trust';
import { StoreError } from '#db';
import type {
  BundlePlace,
  ImportResult,
  JobFailure,
  JobState,
} from '#kiosk/contract';
import {
  followWorker,
  type RunningWork,
  type StartWork,
  type Work,
} from '#kiosk/jobs';
import { recordingFailure } from '#kiosk/recording';
import type { TrustBasis, TrustKeeper } from '#kiosk/trust';
import type { ChunksToKeep, Decision, ImportPlan } from './import-plan.ts';
import { versionsOf } from './versions-of.ts';

/** What an import needs of its lane. */
export interface ImporterParts {
  /** The data folder. */
  readonly folder: string;
  readonly trust: Pick<
    TrustKeeper,
    'pin' | 'asOfMs' | 'basis' | 'keep' | 'adopt'
  >;
  places(): readonly BundlePlace[];
  now(): TrustedTime;
  newId(): string;
  append(draft: EntryDraft): Result<unknown, StoreFailure>;
  /** So many entries have become durable otherwise. */
  recorded(entries: number): void;
}

type Tell = (state: JobState<ImportResult>) => void;
type By = Extract<Work, { kind: 'import-bundle' }>['by'];

/**
 * Imports a bundle: a worker thread reads and judges it, this thread alone takes it. What is taken and
 * the entry that says so are kept together or not at all.
 */
export function createImporter(
  parts: ImporterParts,
): StartWork<'import-bundle'> {
  return ({ placeId, by }, tell) => {
    const place = parts.places().find(({ id }) => id === placeId);
    if (place === undefined) return failed('job.place-gone', tell);
    const basis = attempt(() => parts.trust.basis());
    if (!basis.ok) return failed(basis.error, tell);
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      workerData: planOf(place, basis.value, parts),
      resourceLimits,
    });
    return followWorker<Decision, ImportResult, ChunksToKeep>(worker, {
      tell,
      answer: ({ chunks, names }) =>
        attempt(() => {
          parts.trust.keep(chunks, names);
        }).ok,
      finish: (decision) => finished(decision, basis.value, by, parts),
      undo: () => undefined,
    });
  };
}

/** A file of 64 MiB is held outside of this; what is read from it stays far below. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

function failed(failure: JobFailure, tell: Tell): RunningWork {
  tell({ kind: 'failed', failure });
  return { cancel: () => Promise.resolve() };
}

function planOf(
  { path }: BundlePlace,
  { held, remembered }: TrustBasis,
  { folder, trust, now }: ImporterParts,
): ImportPlan {
  const { rootFile, profile } = trust.pin;
  const plan = { folder, file: path, rootFile, profile, now: now() };
  return {
    ...plan,
    ...(held !== undefined && { held: plainly(held) }),
    ...(remembered !== undefined && { remembered }),
  };
}

/** Look-ups are functions and do not pass from thread to thread. */
function plainly({
  trust: _trust,
  policy: _policy,
  ...plain
}: NonNullable<TrustBasis['held']>): NonNullable<ImportPlan['held']> {
  return plain;
}

function finished(
  decision: Decision,
  basis: TrustBasis,
  by: By,
  parts: ImporterParts,
): Result<ImportResult, JobFailure> {
  const { trust } = parts;
  const held = heldVersions(basis, trust.asOfMs());
  switch (decision.kind) {
    case 'unreadable':
      return ok(decision);
    case 'unchanged':
      if (held === undefined) throw new Error('unchanged from nothing');
      return ok({ kind: 'unchanged', held });
    case 'refused': {
      const { fileHash, refusal } = decision;
      const result = { kind: 'refused', refusal: refusal.code } as const;
      const draft = entryOf({ fileHash, result }, by, parts);
      const appended = parts.append(draft);
      if (!appended.ok) return err(recordingFailure(appended.error));
      return ok({
        kind: 'refused',
        refusal,
        ...(held !== undefined && { held }),
      });
    }
    case 'replaced': {
      const { fileHash, next, changes } = decision;
      const { version, signedAtMs } = next.content;
      const result = { kind: 'applied', version } as const;
      const draft = entryOf({ fileHash, result }, by, parts);
      const adopted = attempt(() => trust.adopt(next, basis, draft));
      if (!adopted.ok) return adopted;
      // Another bundle came in between; what was decided says nothing any more.
      if (!adopted.value) return err('job.crashed');
      parts.recorded(1);
      return ok({
        kind: 'replaced',
        ...(held !== undefined && { before: held }),
        after: versionsOf(next, signedAtMs),
        changes,
      });
    }
  }
}

function heldVersions(
  { held }: TrustBasis,
  asOfMs: number | undefined,
): ReturnType<typeof versionsOf> | undefined {
  return held && versionsOf(held, asOfMs ?? held.content.signedAtMs);
}

function entryOf(
  {
    fileHash,
    result,
  }: Pick<Parameters<typeof toImportDraft>[0], 'fileHash' | 'result'>,
  by: By,
  { newId, now }: ImporterParts,
): EntryDraft {
  return toImportDraft({
    id: newId(),
    at: now(),
    fileHash,
    result,
    ...(by !== undefined && { by }),
  });
}

/** What the world prevented, as a job says it. */
function attempt<T>(work: () => T): Result<T, JobFailure> {
  try {
    return ok(work());
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return err(recordingFailure(error.failure));
  }
}
