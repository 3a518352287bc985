import {
  columnsOf,
  type Entry,
  type EntryColumns,
  type EntryDraft,
  type EntryKind,
} from '#core/log';

/** The columns of an `EntryRow`, for a SELECT. */
export const entryColumns = `
  seq, id, kind, ref, boot_id, mono_ms, at_ms, time_state,
  outcome, reason, issuer, dedupe_tag, masked_name, masked_document,
  header, sealed_hash, chain`;

/** A row of `entry`; the names are those of the table. */
export interface EntryRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly ref: string | null;
  readonly boot_id: string;
  readonly mono_ms: number;
  readonly at_ms: number;
  readonly time_state: string;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly issuer: string | null;
  readonly dedupe_tag: string | null;
  readonly masked_name: string | null;
  readonly masked_document: string | null;
  readonly header: Uint8Array;
  readonly sealed_hash: Uint8Array;
  readonly chain: Uint8Array;
}

/** The row of an entry about to be written; the columns are read off the header, not off the draft. */
export function toRow(
  seq: number,
  draft: EntryDraft,
  bytes: Pick<Entry, 'header' | 'sealedHash' | 'chain'>,
): EntryRow {
  const columns = columnsOf(draft);
  return {
    seq,
    id: draft.id,
    kind: draft.kind,
    ref: draft.ref ?? null,
    boot_id: columns.bootId,
    mono_ms: columns.monoMs,
    at_ms: columns.atMs,
    time_state: columns.timeState,
    outcome: columns.outcome ?? null,
    reason: columns.reason ?? null,
    issuer: columns.issuer ?? null,
    dedupe_tag: columns.dedupeTag ?? null,
    masked_name: columns.maskedName ?? null,
    masked_document: columns.maskedDocument ?? null,
    header: bytes.header,
    sealed_hash: bytes.sealedHash,
    chain: bytes.chain,
  };
}

/** An entry as the file has it: whoever holds the disk controls it until the chain is verified. */
export function toEntry(row: EntryRow): Entry {
  return {
    seq: row.seq,
    id: row.id,
    // Not checked here: verifyChain compares it with the header, which is.
    kind: row.kind as EntryKind,
    ...(row.ref !== null && { ref: row.ref }),
    columns: toColumns(row),
    header: plain(row.header),
    sealedHash: plain(row.sealed_hash),
    chain: plain(row.chain),
  };
}

function toColumns(row: EntryRow): EntryColumns {
  return {
    bootId: row.boot_id,
    monoMs: row.mono_ms,
    atMs: row.at_ms,
    // As with kind: compared with the header wherever it matters.
    timeState: row.time_state as EntryColumns['timeState'],
    ...(row.outcome !== null && {
      // Held to its four values by the table.
      outcome: row.outcome as NonNullable<EntryColumns['outcome']>,
    }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.issuer !== null && { issuer: row.issuer }),
    ...(row.dedupe_tag !== null && { dedupeTag: row.dedupe_tag }),
    ...(row.masked_name !== null && { maskedName: row.masked_name }),
    ...(row.masked_document !== null && {
      maskedDocument: row.masked_document,
    }),
  };
}

/** The driver hands out Buffers, which core does not know. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
