import type { Result } from '#core/result';
import type { ChainHead, Entry, EntryDraft, EntryKind } from './entry.ts';

/** Why the store cannot do what was asked; closed, each with words and a way back. */
export type StoreFailureCode =
  | 'store.full'
  | 'store.io'
  | 'store.closed'
  | 'store.locked'
  | 'store.pragma'
  | 'store.from-the-future'
  | 'store.corrupt';

export interface StoreFailure {
  readonly code: StoreFailureCode;
  /** For engineers; carries no personal data. */
  readonly message: string;
}

export interface EntryFilter {
  readonly kind?: EntryKind;
  readonly outcome?: string;
  /** Entries with a smaller seq; the key of the page. */
  readonly beforeSeq?: number;
  readonly limit: number;
}

/** The append-only log. `append` returns ok only when the entry would survive a power cut. */
export interface EntryStore {
  append(draft: EntryDraft): Result<ChainHead, StoreFailure>;
  /** Whether an entry could be made durable now; writes and removes nothing of the log. */
  probe(): Result<void, StoreFailure>;
  head(): ChainHead;
  /** Newest first. */
  page(filter: EntryFilter): readonly Entry[];
  /** Oldest first, from `afterSeq` on; for proofs and sync. */
  walk(afterSeq: number): Iterable<Entry>;
  /** Scans since that instant, by outcome. */
  countSince(sinceMs: number): {
    readonly admit: number;
    readonly hold: number;
    readonly deny: number;
    readonly none: number;
  };
}
