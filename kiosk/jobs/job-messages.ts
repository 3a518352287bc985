/** What a job's worker thread tells the service. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'done';
      readonly result: {
        readonly entries: number;
        readonly brokenAtSeq?: number;
      };
    };
