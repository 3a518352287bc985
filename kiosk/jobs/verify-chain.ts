import { Worker } from 'node:worker_threads';
import { ok } from '#core/result';
import type { JobResults } from '#kiosk/contract';
import { followWorker } from './run-worker.ts';
import type { StartWork } from './work.ts';

type Proof = JobResults['verify-chain'];

/** Proves the chain of the log in this folder, in a thread that cannot write. */
export function createChainProver(folder: string): StartWork<'verify-chain'> {
  return (_work, tell) => {
    const url = new URL('./verify-chain-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: { folder } });
    return followWorker<Proof, Proof, never>(worker, {
      tell,
      answer: (question) => question,
      finish: ok,
      undo: () => undefined,
    });
  };
}
