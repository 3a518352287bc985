import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Chunks } from '#core/trust';
import { openReader, StoreError } from '#db';
import { sha256 } from '#kiosk/crypto';
import type { JobMessage } from '#kiosk/jobs';
import { recordingFailure } from '#kiosk/recording';
import { readBundleAt } from '#kiosk/trust';
import { decide, type Decided } from './decide.ts';
import {
  importPlanSchema,
  type ChunksToKeep,
  type Decision,
  type ImportPlan,
} from './import-plan.ts';

/**
 * Reads the chosen file, judges it by all rules against what is held, and hands the service's thread
 * what came of it. Writes nothing itself; what it has verified it gives away to be kept.
 */
const chunksAtOnce = 4;
const plan = importPlanSchema.parse(workerData);
try {
  await judge(plan);
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  tell({ kind: 'failed', failure: recordingFailure(error.failure) });
}

async function judge(wanted: ImportPlan): Promise<void> {
  const file = readBundleAt(wanted.file);
  if (!file.ok) {
    tell({ kind: 'done', result: { kind: 'unreadable', fault: file.error } });
    return;
  }
  const opened = openReader(wanted.folder);
  if (!opened.ok) throw new StoreError(opened.error);
  const reader = opened.value;
  const decided = decide(file.value, wanted, reader.trust.chunk, counted);
  // One that was changed where it lies is as good as none.
  const isKept = (name: string): boolean => {
    const kept = reader.trust.chunk(name);
    return (
      kept !== undefined && Buffer.from(sha256(kept)).toString('hex') === name
    );
  };
  await giveAway(decided.chunks, isKept);
  reader.close();
  tellWhole(decided);
}

function counted(done: number, of: number): void {
  tell({ kind: 'progress', done, of });
}

/** Until the service has no more room for them. */
async function giveAway(
  chunks: Chunks,
  isKept: (sha256: string) => boolean,
): Promise<void> {
  const names = new Set(chunks.keys());
  const wanted = [...chunks].filter(([sha256]) => !isKept(sha256));
  for (let at = 0; at < wanted.length; at += chunksAtOnce) {
    const some = new Map(wanted.slice(at, at + chunksAtOnce));
    if (!(await keep({ chunks: some, names }))) return;
  }
}

async function keep(question: ChunksToKeep): Promise<boolean> {
  if (parentPort === null) throw new Error('this runs in a worker thread');
  const answer = once(parentPort, 'message');
  tell({ kind: 'question', question });
  const [isKept] = z.tuple([z.boolean()]).parse(await answer);
  return isKept;
}

/** What is large moves over and is not copied: this thread has no more use for it. */
function tellWhole({ decision }: Decided): void {
  const result = decision;
  const message: JobMessage<Decision, ChunksToKeep> = { kind: 'done', result };
  parentPort?.postMessage(message, largeIn(decision));
}

function largeIn(decision: Decision): ArrayBuffer[] {
  if (decision.kind !== 'replaced') return [];
  const { bundle, chunks } = decision.next;
  const buffers = [bundle, ...chunks.values()].map(({ buffer }) => buffer);
  return [...new Set(buffers)].filter(
    (buffer) => buffer instanceof ArrayBuffer,
  );
}

function tell(message: JobMessage<Decision, ChunksToKeep>): void {
  parentPort?.postMessage(message);
}
