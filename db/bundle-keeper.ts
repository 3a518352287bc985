import type { Chunks, HeldBundle } from '#core/trust';
import type { EntryDraft } from '#core/log';
import {
  createChunkKeeper,
  createChunkReader,
  type ChunkKeeper,
} from './chunk-keeper.ts';
import type { ClockKeeper } from './clock-keeper.ts';
import type { Connection } from './connection.ts';
import type { EntryWriter } from './entry-writer.ts';

/** The bundle in force, kept as the signed file it came in, and the chunks of its status lists. */
export interface BundleKeeper extends Pick<ChunkKeeper, 'chunk' | 'keep'> {
  /** The file as it was taken; its signature is checked again by whoever reads it. */
  file(): Uint8Array | undefined;
  /** What guards it against going back, whether or not its file can still be read. */
  mark(): BundleMark | undefined;
  /**
   * In one transaction, with its chunks and no others, and with what it says of the time. A version below
   * the one held is a defect, unless it comes under a later root. Where it takes the time back, nothing
   * that the clock remembers counts any more. The entries say so: all is kept or nothing.
   */
  replace(
    held: Pick<HeldBundle, 'bundle' | 'content' | 'chunks'> & {
      readonly root: { readonly version: number };
    },
    telling?: {
      readonly entries?: readonly EntryDraft[];
      readonly takesTimeBack?: boolean;
    },
  ): void;
}

type Telling = NonNullable<Parameters<BundleKeeper['replace']>[1]>;

/** A bundle below it under the same root, or of another profile, goes back. */
export interface BundleMark {
  readonly profile: 'demo' | 'site';
  readonly rootVersion: number;
  readonly version: number;
  /** UTC milliseconds. */
  readonly signedAtMs: number;
}

export function createBundleKeeper(
  connection: Connection,
  clock: ClockKeeper,
  writer: Pick<EntryWriter, 'append'>,
): BundleKeeper {
  const chunks = createChunkKeeper(connection);
  const update = connection.prepare<[BundleRow]>(`
    UPDATE bundle
    SET profile = @profile,
        root = @root,
        root_version = @root_version,
        version = @version,
        signed_at_ms = @signed_at_ms,
        file = @file`);
  const insert = connection.prepare<[BundleRow]>(`
    INSERT INTO bundle (id, profile, root, root_version, version, signed_at_ms, file)
    VALUES (1, @profile, @root, @root_version, @version, @signed_at_ms, @file)`);

  const replace = connection.transaction(
    (
      row: BundleRow,
      held: Chunks,
      { entries = [], takesTimeBack = false }: Telling,
    ) => {
      chunks.hold(held);
      if (update.run(row).changes === 0) insert.run(row);
      if (takesTimeBack) clock.forget();
      clock.believe(row.signed_at_ms);
      for (const entry of entries) writer.append(entry);
    },
  );

  return {
    ...createBundleReader(connection),
    keep: (kept, besides) => {
      chunks.keep(kept, besides);
    },
    replace: ({ bundle, content, root, chunks: held }, telling = {}) => {
      const row = {
        profile: content.profile,
        root: content.root,
        root_version: root.version,
        version: content.version,
        signed_at_ms: content.signedAtMs,
        file: bundle,
      };
      replace.immediate(row, held, telling);
    },
  };
}

/** For another thread. */
export function createBundleReader(
  connection: Connection,
): Pick<BundleKeeper, 'file' | 'mark' | 'chunk'> {
  const read = connection.prepare<[], { file: Uint8Array }>(
    'SELECT file FROM bundle',
  );
  const readMark = connection.prepare<[], BundleMark>(`
    SELECT profile,
           root_version AS rootVersion,
           version,
           signed_at_ms AS signedAtMs
    FROM bundle`);
  return {
    ...createChunkReader(connection),
    file: () => {
      const row = read.get();
      return row && new Uint8Array(row.file);
    },
    mark: () => readMark.get(),
  };
}

interface BundleRow {
  readonly profile: 'demo' | 'site';
  readonly root: string;
  readonly root_version: number;
  readonly version: number;
  readonly signed_at_ms: number;
  readonly file: Uint8Array;
}
