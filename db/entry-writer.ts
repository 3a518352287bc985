import {
  chainNext,
  encodeHeader,
  noSealedHash,
  projectionOf,
  type ChainHead,
  type EntryDraft,
} from '#core/log';
import type { ClockKeeper } from './clock-keeper.ts';
import type { Connection } from './connection.ts';
import { toRow, type EntryRow } from './entry-row.ts';
import { sha256 } from './sha256.ts';

export interface EntryWriter {
  /** Durable when it returns; an entry already there under that id is not written twice. */
  append(draft: EntryDraft): ChainHead;
  /** Durable too, but leaves the log as it was. */
  probe(): void;
}

/** More than an entry, its sealed blob and every index page it may split can take. */
const probeBytes = 65_536;

export function createEntryWriter(
  connection: Connection,
  clock: ClockKeeper,
  readHead: () => ChainHead,
): EntryWriter {
  const known = connection.prepare<[string], KnownEntry>(`
    SELECT seq, header, chain
    FROM entry
    WHERE id = ?`);
  const insertEntry = connection.prepare<[EntryRow]>(`
    INSERT INTO entry (
      seq, id, kind, ref, boot_id, mono_ms, at_ms, time_state,
      outcome, reason, issuer, dedupe_tag, masked_name, masked_document,
      header, sealed_hash, chain
    ) VALUES (
      @seq, @id, @kind, @ref, @boot_id, @mono_ms, @at_ms, @time_state,
      @outcome, @reason, @issuer, @dedupe_tag, @masked_name, @masked_document,
      @header, @sealed_hash, @chain
    )`);
  const insertSealed = connection.prepare<[number, Uint8Array]>(
    'INSERT INTO sealed (seq, blob) VALUES (?, ?)',
  );
  const takeRoom = connection.prepare<[number]>(
    'INSERT INTO probe (room) VALUES (zeroblob(?))',
  );
  const giveRoomBack = connection.prepare<[]>('DELETE FROM probe');

  // The head is read under the write lock, so no two entries can follow the same one.
  const append = connection.transaction((draft: EntryDraft): ChainHead => {
    const earlier = known.get(draft.id);
    if (earlier !== undefined) return theSame(earlier, draft);

    const head = readHead();
    const seq = head.seq + 1;
    const header = encodeHeader(seq, draft);
    const sealedHash = draft.sealed ? sha256(draft.sealed) : noSealedHash;
    const chain = chainNext(head.chain, header, sealedHash, sha256);
    insertEntry.run(toRow(seq, draft, { header, sealedHash, chain }));
    if (draft.sealed !== undefined) insertSealed.run(seq, draft.sealed);
    clock.pass(draft.at);
    return { seq, chain };
  });

  return {
    append: (draft) => {
      assertProjection(draft);
      return append.immediate(draft);
    },
    probe: () => {
      // Commits of their own: room is asked for and given back, and stays free for the next entry.
      giveRoomBack.run();
      takeRoom.run(probeBytes);
      giveRoomBack.run();
    },
  };
}

interface KnownEntry {
  readonly seq: number;
  readonly header: Uint8Array;
  readonly chain: Uint8Array;
}

/**
 * A failed commit may still have reached the disk, so the same draft may come again. Its sealed blob
 * is fresh each time and not compared: the one stored belongs to the same entry.
 */
function theSame(earlier: KnownEntry, draft: EntryDraft): ChainHead {
  const { seq, header, chain } = earlier;
  if (Buffer.compare(header, encodeHeader(seq, draft)) !== 0) {
    throw new Error(`another entry has the id ${draft.id}`);
  }
  return { seq, chain: Uint8Array.from(chain) };
}

function assertProjection(draft: EntryDraft): void {
  const expected = Object.entries(projectionOf(draft.body));
  const given = new Map<string, unknown>(Object.entries(draft.projection));
  if (
    given.size !== expected.length ||
    expected.some(([name, value]) => given.get(name) !== value)
  ) {
    throw new Error(`the projection of ${draft.id} is not that of its body`);
  }
}
