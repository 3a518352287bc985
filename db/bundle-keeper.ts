import type { HeldBundle } from '#core/trust';
import type { ClockKeeper } from './clock-keeper.ts';
import type { Connection } from './connection.ts';

/** The bundle in force, kept as the signed file it came in. */
export interface BundleKeeper {
  /** The file as it was taken; its signature is checked again by whoever reads it. */
  file(): Uint8Array | undefined;
  /**
   * In one transaction, with what it says of the time. A version below the one held is a defect, unless
   * it comes under a later root.
   */
  replace(
    held: Pick<HeldBundle, 'bundle' | 'content'> & {
      /** Of a set by TUF's rules; another kind of bundle has none. */
      readonly root?: { readonly version: number };
    },
  ): void;
}

export function createBundleKeeper(
  connection: Connection,
  clock: ClockKeeper,
): BundleKeeper {
  const read = connection.prepare<[], { file: Uint8Array }>(
    'SELECT file FROM bundle',
  );
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

  const replace = connection.transaction((row: BundleRow) => {
    if (update.run(row).changes === 0) insert.run(row);
    clock.believe(row.signed_at_ms);
  });

  return {
    file: () => {
      const row = read.get();
      return row && Uint8Array.from(row.file);
    },
    replace: ({ bundle, content, root }) => {
      replace.immediate({
        profile: content.profile,
        root: content.root,
        root_version: root?.version ?? 0,
        version: content.version,
        signed_at_ms: content.signedAtMs,
        file: bundle,
      });
    },
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
