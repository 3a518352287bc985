import { Worker } from 'node:worker_threads';
import type { ExportRequest, Job } from '#kiosk/contract';
import type { JobMessage } from './job-messages.ts';

/** What can be asked for, with all that its worker needs to know. */
export type Work =
  | { readonly kind: 'verify-chain' }
  | { readonly kind: 'export-log'; readonly request: ExportRequest };

export interface JobBoard {
  /** Finished jobs stay listed, the newest ten. */
  jobs(): readonly Job[];
  /** False while one of the same kind runs. */
  start(work: Work): boolean;
  cancel(jobId: string): boolean;
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}

const kept = 10;

/**
 * Long work, each job in a worker thread with a read-only connection of its own, so that the thread
 * that decides never waits for it.
 */
export function createJobBoard(folder: string, newId: () => string): JobBoard {
  const jobs = new Map<string, Job>();
  const workers = new Map<string, Worker>();
  const listeners = new Set<() => void>();

  const put = (job: Job): void => {
    jobs.set(job.id, job);
    const [oldest] = jobs.keys();
    if (jobs.size > kept && oldest !== undefined) jobs.delete(oldest);
    for (const listener of listeners) listener();
  };

  const run = (job: Extract<Job, { kind: 'verify-chain' }>): void => {
    const worker = new Worker(
      new URL('./verify-chain-worker.ts', import.meta.url),
      {
        workerData: { folder },
      },
    );
    workers.set(job.id, worker);
    worker.on('message', (message: JobMessage) => {
      put({ ...job, state: stateAfter(message) });
    });
    worker.on('error', () => {
      put({ ...job, state: { kind: 'failed', failure: 'job.crashed' } });
    });
    worker.on('exit', () => {
      workers.delete(job.id);
      if (jobs.get(job.id)?.state.kind === 'running')
        put({ ...job, state: { kind: 'cancelled' } });
    });
  };

  return {
    jobs: () => [...jobs.values()],
    start: ({ kind }) => {
      if (kind === 'export-log') return false;
      const busy = [...jobs.values()].some(
        (job) => job.kind === kind && job.state.kind === 'running',
      );
      if (busy) return false;
      const job = {
        id: newId(),
        kind,
        state: { kind: 'running', done: 0, of: 0 },
      } as const;
      put(job);
      run(job);
      return true;
    },
    cancel: (jobId) => {
      const worker = workers.get(jobId);
      if (worker === undefined) return false;
      void worker.terminate();
      return true;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await Promise.all(
        [...workers.values()].map((worker) => worker.terminate()),
      );
    },
  };
}

function stateAfter(
  message: JobMessage,
): Extract<Job, { kind: 'verify-chain' }>['state'] {
  return message.kind === 'progress'
    ? { kind: 'running', done: message.done, of: message.of }
    : { kind: 'done', result: message.result };
}
