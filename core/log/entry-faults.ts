import type { Sha256 } from '#core/trust';
import { faultOf, type ChainFault } from './chain.ts';
import type { ChainHead, Entry } from './entry.ts';

/** One entry of a walk with what is wrong with it, or one that should have been there and is not. */
export type InspectedEntry =
  | { readonly seq: number; readonly entry: Entry; readonly fault?: ChainFault }
  | { readonly seq: number; readonly fault: 'gap' };

/**
 * Goes on where a proof of the chain stops: every entry is held against its header and against the
 * chain value stored before it, so that each one altered is named and none for its neighbour's sake.
 * `after` is the head before the first, `until` the seq the log has to reach.
 */
export function* inspectEntries(
  entries: Iterable<Entry>,
  sha256: Sha256,
  after: ChainHead,
  until: number,
): Generator<InspectedEntry> {
  let head: ChainHead | undefined = after;
  let next = after.seq + 1;
  for (const entry of entries) {
    if (entry.seq > until) break;
    for (; next < entry.seq; next += 1) {
      // What stood there is gone, and with it what the next one has to follow from.
      head = undefined;
      yield { seq: next, fault: 'gap' };
    }
    const fault = faultOf(entry, head, sha256);
    yield {
      seq: entry.seq,
      entry,
      ...(fault !== undefined && { fault }),
    };
    head = entry;
    next = entry.seq + 1;
  }
  for (; next <= until; next += 1) yield { seq: next, fault: 'gap' };
}
