import {
  chainNext,
  columnsOf,
  encodeHeader,
  genesis,
  noSealedHash,
  type Entry,
  type EntryDraft,
} from '#core/log';
import { sha256 } from './example-records.ts';

/** The log that a store would have written of these drafts. */
export function chainOf(drafts: readonly EntryDraft[]): readonly Entry[] {
  const entries: Entry[] = [];
  let { chain } = genesis;
  for (const [index, draft] of drafts.entries()) {
    const seq = index + 1;
    const header = Uint8Array.from(encodeHeader(seq, draft));
    const sealedHash = draft.sealed ? sha256(draft.sealed) : noSealedHash;
    chain = chainNext(chain, header, sealedHash, sha256);
    entries.push({
      seq,
      id: draft.id,
      kind: draft.kind,
      ...(draft.ref !== undefined && { ref: draft.ref }),
      columns: columnsOf(draft),
      header,
      sealedHash,
      chain,
    });
  }
  return entries;
}
