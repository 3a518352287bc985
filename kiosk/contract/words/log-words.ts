import type { JobFailure, JobKind } from '../snapshot.ts';
import type { FailureWords } from '../words.ts';

/** What the log screen, the exports and the jobs say. */
export interface LogWords {
  readonly jobs: Readonly<Record<JobKind, string>>;
  readonly jobFailures: Readonly<
    Record<Extract<JobFailure, `job.${string}`>, FailureWords>
  >;
  readonly screen: Readonly<Record<LogWord, string>>;
}

export type LogWord = 'log';
