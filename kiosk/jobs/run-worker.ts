import type { Worker } from 'node:worker_threads';
import type { Result as Outcome } from '#core/result';
import type { JobFailure, JobState } from '#kiosk/contract';
import type { JobMessage } from './job-messages.ts';
import type { RunningWork } from './work.ts';

/** How the service takes part in what a worker does; each runs on the service's own thread. */
export interface WorkerSide<Made, Result, Question> {
  tell(state: JobState<Result>): void;
  answer(question: Question): unknown;
  /** The last step of what the worker has made; what it refuses is undone. */
  finish(made: Made): Outcome<Result, JobFailure>;
  /** Removes whatever there is of it; called once the thread is gone, unless it was finished. */
  undo(): void;
}

/** Follows a worker thread to its end; whatever end that is, it is told once. */
export function followWorker<Made, Result, Question>(
  worker: Worker,
  side: WorkerSide<Made, Result, Question>,
): RunningWork {
  let end: JobState<Result> | undefined;
  const gone = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      if (end?.kind !== 'done') {
        side.undo();
        side.tell(end ?? { kind: 'failed', failure: 'job.crashed' });
      }
      resolve();
    });
  });
  worker.on('error', () => {
    end ??= { kind: 'failed', failure: 'job.crashed' };
  });
  worker.on('message', (message: JobMessage<Made, Question>) => {
    if (end !== undefined) return;
    switch (message.kind) {
      case 'progress':
        side.tell({ kind: 'running', done: message.done, of: message.of });
        return;
      case 'question':
        worker.postMessage(side.answer(message.question));
        return;
      case 'failed':
        end = message;
        return;
      case 'done': {
        const finished = side.finish(message.result);
        if (!finished.ok) {
          end = { kind: 'failed', failure: finished.error };
          return;
        }
        end = { kind: 'done', result: finished.value };
        side.tell(end);
        return;
      }
    }
  });
  return {
    cancel: async () => {
      end ??= { kind: 'cancelled' };
      await worker.terminate();
      await gone;
    },
  };
}
