import type { Job } from '#kiosk/contract';
import type { RunningWork, Work, Workshop } from './work.ts';

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

/** Long work beside the lane: what was asked for, how far it is and what came of it. */
export function createJobBoard(
  workshop: Workshop,
  newId: () => string,
): JobBoard {
  const jobs = new Map<string, Job>();
  const running = new Map<string, RunningWork>();
  const listeners = new Set<() => void>();

  const put = (job: Job): void => {
    jobs.set(job.id, job);
    if (job.state.kind !== 'running') running.delete(job.id);
    const [oldest] = jobs.keys();
    if (jobs.size > kept && oldest !== undefined) jobs.delete(oldest);
    for (const listener of listeners) listener();
  };

  const begin = (id: string, work: Work): RunningWork => {
    switch (work.kind) {
      case 'verify-chain':
        return workshop['verify-chain'](work, (state) => {
          put({ id, kind: 'verify-chain', state });
        });
      case 'export-log':
        return workshop['export-log'](work, (state) => {
          put({ id, kind: 'export-log', state });
        });
      case 'import-bundle':
        return workshop['import-bundle'](work, (state) => {
          put({ id, kind: 'import-bundle', state });
        });
    }
  };

  return {
    jobs: () => [...jobs.values()],
    start: (work) => {
      const { kind } = work;
      const isBusy = [...jobs.values()].some(
        (job) => job.kind === kind && job.state.kind === 'running',
      );
      if (isBusy) return false;
      const id = newId();
      put({ id, kind, state: { kind: 'running', done: 0, of: 0 } });
      const begun = begin(id, work);
      if (jobs.get(id)?.state.kind === 'running') running.set(id, begun);
      return true;
    },
    cancel: (jobId) => {
      const work = running.get(jobId);
      if (work === undefined) return false;
      void work.cancel();
      return true;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await Promise.all([...running.values()].map((work) => work.cancel()));
    },
  };
}
