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

/** Which entries are wanted; what is absent does not narrow. */
export interface EntryFilter {
  /** UTC milliseconds, inclusive. */
  readonly fromMs?: number;
  /** UTC milliseconds, exclusive. */
  readonly untilMs?: number;
  readonly kind?: EntryKind;
  readonly outcome?: string;
  /** The deciding reason. */
  readonly reason?: string;
  readonly issuer?: string;
}

export interface PageRequest extends EntryFilter {
  /** Entries with a smaller seq; the key of the page. */
  readonly beforeSeq?: number;
  readonly limit: number;
}

/** Newest first. */
export interface EntryPage {
  /** At most as many as asked for; fewer where a rare combination takes more than one look to find. */
  readonly entries: readonly Entry[];
  /** The key of the next page; absent where no older entry can fit. */
  readonly nextBeforeSeq?: number;
}

/** The append-only log. `append` returns ok only when the entry would survive a power cut. */
export interface EntryStore {
  append(draft: EntryDraft): Result<ChainHead, StoreFailure>;
  /** Whether an entry could be made durable now; writes and removes nothing of the log. */
  probe(): Result<void, StoreFailure>;
  head(): ChainHead;
  /** Looks at a bounded part of the log, however long it is. */
  page(request: PageRequest): EntryPage;
  withSeq(seq: number): Entry | undefined;
  withId(id: string): Entry | undefined;
  /** What was written later about the entry of that id, oldest first, at most a hundred. */
  about(id: string): readonly Entry[];
  /** Every issuer that occurs, in order. */
  issuers(): readonly string[];
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
