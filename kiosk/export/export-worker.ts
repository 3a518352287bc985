import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openReader, StoreError } from '#db';
import type { JobFailure } from '#kiosk/contract';
import type { JobMessage } from '#kiosk/jobs';
import { recordingFailure } from '#kiosk/recording';
import { exportPlanSchema, type ExportPlan } from './export-plan.ts';
import type { ExportedRows } from './exporter.ts';
import { manifestFile } from './manifest.ts';
import { placeFailure } from './place-failure.ts';
import { createPrivateOutput, putInPlace } from './private-output.ts';
import { writeRows } from './write-rows.ts';

/**
 * Writes one export beside its name, has the service's thread sign what it came to, and puts both files
 * in place. Reads the log on a connection that cannot write.
 */
const plan = exportPlanSchema.parse(workerData);
try {
  const rows = writeCsv(plan);
  const frame = await signed(rows);
  const manifest = createPrivateOutput(plan.manifest.unfinished);
  manifest.write(manifestFile(frame, rows.rowList));
  manifest.finish();
  // The manifest first: no export stands anywhere without one.
  putInPlace(
    [plan.manifest, plan.csv].map(({ unfinished, file }) => ({
      from: unfinished,
      to: file,
    })),
  );
  tell({ kind: 'done', result: rows });
} catch (error) {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  tell({ kind: 'failed', failure });
}

function writeCsv({ folder, csv, ...wanted }: ExportPlan): ExportedRows {
  const opened = openReader(folder);
  if (!opened.ok) throw new StoreError(opened.error);
  const reader = opened.value;
  const output = createPrivateOutput(csv.unfinished);
  const rows = writeRows(reader.entries, wanted, output, (done, of) => {
    tell({ kind: 'progress', done, of });
  });
  reader.close();
  return { ...rows, ...output.finish() };
}

async function signed(question: ExportedRows): Promise<Uint8Array> {
  if (parentPort === null) throw new Error('this runs in a worker thread');
  const answer = once(parentPort, 'message');
  tell({ kind: 'question', question });
  const [frame] = z.tuple([z.instanceof(Uint8Array)]).parse(await answer);
  return frame;
}

function failureOf(error: unknown): JobFailure | undefined {
  if (error instanceof StoreError) return recordingFailure(error.failure);
  return placeFailure(error);
}

function tell(message: JobMessage<ExportedRows, ExportedRows>): void {
  parentPort?.postMessage(message);
}
