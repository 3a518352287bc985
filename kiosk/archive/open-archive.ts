import {
  entryHash,
  noSealedHash,
  readHeader,
  type Entry,
  type EntryStore,
} from '#core/log';
import type { FollowUp, LogEntry, LogRow } from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';
import { systemRoots, type PlaceRoots } from '#kiosk/drives';
import type { Archive } from './archive.ts';
import { findExportPlaces } from './export-places.ts';
import { factsOf } from './log-facts.ts';
import { reasonsOf, toPlainRow } from './log-row.ts';

/** Reads the log of a lane; `folder` is its data folder. Throws StoreError where the disk fails. */
export function openArchive(
  entries: Pick<
    EntryStore,
    'page' | 'withSeq' | 'withId' | 'about' | 'issuers'
  >,
  folder: string,
  roots: PlaceRoots = systemRoots(),
): Archive {
  const toRow = (entry: Entry): LogRow => {
    const refSeq =
      entry.ref === undefined ? undefined : entries.withId(entry.ref)?.seq;
    return {
      ...toPlainRow(entry),
      ...(refSeq !== undefined && { refSeq }),
      followUps: entries.about(entry.id).map(toFollowUp),
    };
  };
  return {
    page: (filter, beforeSeq, limit) => {
      const { entries: found, nextBeforeSeq } = entries.page({
        ...filter,
        ...(beforeSeq !== undefined && { beforeSeq }),
        limit,
      });
      return {
        rows: found.map(toRow),
        ...(nextBeforeSeq !== undefined && { nextBeforeSeq }),
        issuers: entries.issuers(),
      };
    },
    entry: (seq) => {
      const found = entries.withSeq(seq);
      return found === undefined
        ? {}
        : { entry: toLogEntry(found, toRow(found)) };
    },
    exportPlaces: () => findExportPlaces(folder, roots),
  };
}

function toFollowUp(entry: Entry): FollowUp {
  const { seq, kind, atMs, outcome, action, because } = toPlainRow(entry);
  return {
    seq,
    kind,
    atMs,
    ...(outcome !== undefined && { outcome }),
    ...(action !== undefined && { action }),
    ...(because !== undefined && { because }),
  };
}

function toLogEntry(entry: Entry, row: LogRow): LogEntry {
  const read = readHeader(entry.header);
  return {
    row,
    id: entry.id,
    reasons: read.ok ? reasonsOf(read.value.body) : [],
    facts: read.ok ? factsOf(read.value) : [],
    entryHash: hex(entryHash(entry, sha256)),
    chain: hex(entry.chain),
    isSealed: Buffer.compare(entry.sealedHash, noSealedHash) !== 0,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
