import { mostChunkBytes, type Chunks } from '#core/trust';
import type { Connection } from './connection.ts';

/** The chunks of status lists: of the bundle in force, and of an update whose others are still missing. */
export interface ChunkKeeper {
  chunk(sha256: string): Uint8Array | undefined;
  /** Besides those in force, and those of these names that are kept already, these and no others. */
  keep(chunks: Chunks, besides?: ReadonlySet<string>): void;
  /** These and no others, all of them in force. Within the transaction of whoever replaces the bundle. */
  hold(chunks: Chunks): void;
}

export function createChunkKeeper(connection: Connection): ChunkKeeper {
  const all = connection.prepare<[], ChunkRow>(
    'SELECT sha256, is_held FROM chunk',
  );
  const remove = connection.prepare<[Uint8Array]>(
    'DELETE FROM chunk WHERE sha256 = ?',
  );
  // What is there already is written again only where it was changed on the disk.
  const put = connection.prepare<[Uint8Array, number, Uint8Array]>(`
    INSERT INTO chunk (sha256, is_held, bytes)
    VALUES (?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE
    SET is_held = max(is_held, excluded.is_held),
        bytes = excluded.bytes
    WHERE is_held < excluded.is_held
       OR bytes IS NOT excluded.bytes`);

  const size = connection.prepare<[], { kept: number }>(
    'SELECT total(length(bytes)) AS kept FROM chunk WHERE is_held = 0',
  );

  const write = (
    chunks: Chunks,
    besides: ReadonlySet<string>,
    isHeld: boolean,
  ): void => {
    for (const { sha256, is_held } of all.all()) {
      const name = hexOf(sha256);
      const isWanted =
        chunks.has(name) || besides.has(name) || (is_held === 1 && !isHeld);
      if (!isWanted) remove.run(sha256);
    }
    for (const [sha256, bytes] of chunks) {
      put.run(Buffer.from(sha256, 'hex'), isHeld ? 1 : 0, bytes);
    }
  };
  const keep = connection.transaction(
    (chunks: Chunks, besides: ReadonlySet<string>) => {
      write(chunks, besides, false);
      const total = size.get();
      if (total !== undefined && total.kept > mostChunkBytes) refuse();
    },
  );

  return {
    ...createChunkReader(connection),
    keep: (chunks, besides = new Set()) => {
      if (sizeOf(chunks) > mostChunkBytes) refuse();
      keep.immediate(chunks, besides);
    },
    hold: (chunks) => {
      write(chunks, new Set(), true);
    },
  };
}

export function createChunkReader(
  connection: Connection,
): Pick<ChunkKeeper, 'chunk'> {
  const read = connection.prepare<[Uint8Array], { bytes: Uint8Array }>(
    'SELECT bytes FROM chunk WHERE sha256 = ?',
  );
  return {
    chunk: (sha256) => {
      const row = read.get(Buffer.from(sha256, 'hex'));
      return row && new Uint8Array(row.bytes);
    },
  };
}

function sizeOf(chunks: Chunks): number {
  return [...chunks.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Whoever asks for more has not looked at what an index may name. */
function refuse(): never {
  throw new RangeError('more than is ever kept');
}

interface ChunkRow {
  readonly sha256: Uint8Array;
  readonly is_held: number;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
