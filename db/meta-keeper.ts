import type { EntryDraft } from '#core/log';
import type { Connection } from './connection.ts';
import type { EntryWriter } from './entry-writer.ts';

/** Named texts of the host that are neither log nor trust: an id, a mark, a setting. No secrets. */
export interface MetaKeeper {
  get(name: string): string | undefined;
  /** With the entries that say so: all is kept or nothing. */
  set(name: string, value: string, entries?: readonly EntryDraft[]): void;
}

export function createMetaKeeper(
  connection: Connection,
  writer: Pick<EntryWriter, 'append'>,
): MetaKeeper {
  const write = connection.prepare<[string, string]>(`
    INSERT INTO meta (name, value)
    VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const set = connection.transaction(
    (name: string, value: string, entries: readonly EntryDraft[]) => {
      write.run(name, value);
      for (const entry of entries) writer.append(entry);
    },
  );
  return {
    ...createMetaReader(connection),
    set: (name, value, entries = []) => {
      set.immediate(name, value, entries);
    },
  };
}

export function createMetaReader(
  connection: Connection,
): Pick<MetaKeeper, 'get'> {
  const read = connection.prepare<[string], { value: string }>(
    'SELECT value FROM meta WHERE name = ?',
  );
  return { get: (name) => read.get(name)?.value };
}
