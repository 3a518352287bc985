import type { JobFailure } from '#kiosk/contract';

/** What a job's worker thread tells the service. */
export type JobMessage<Result, Question = never> =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  /** Something only the service's thread may do; the answer comes as the one message back. */
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'failed'; readonly failure: JobFailure }
  | { readonly kind: 'done'; readonly result: Result };
