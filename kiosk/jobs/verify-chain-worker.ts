import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { verifyChain, type Entry } from '#core/log';
import { openReader } from '#db';
import type { JobResults } from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';
import type { JobMessage } from './job-messages.ts';

/** Proves the chain from its first entry to its present head, on a connection that cannot write. */
const { folder } = z.object({ folder: z.string() }).parse(workerData);
const opened = openReader(folder);
if (!opened.ok) throw new Error(opened.error.message);
const reader = opened.value;
const of = reader.entries.head().seq;
const proof = verifyChain(counted(reader.entries.walk(0)), sha256);
reader.close();
tell({ kind: 'done', result: proof });

function* counted(entries: Iterable<Entry>): Iterable<Entry> {
  let done = 0;
  for (const entry of entries) {
    if (done % 1000 === 0) tell({ kind: 'progress', done, of });
    done += 1;
    yield entry;
  }
}

function tell(message: JobMessage<JobResults['verify-chain']>): void {
  parentPort?.postMessage(message);
}
