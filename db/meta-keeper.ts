import type { Connection } from './connection.ts';

/** Named texts of the host that are neither log nor trust: an id, a mark, a setting. No secrets. */
export interface MetaKeeper {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export function createMetaKeeper(connection: Connection): MetaKeeper {
  const read = connection.prepare<[string], { value: string }>(
    'SELECT value FROM meta WHERE name = ?',
  );
  const write = connection.prepare<[string, string]>(`
    INSERT INTO meta (name, value)
    VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  return {
    get: (name) => read.get(name)?.value,
    set: (name, value) => {
      write.run(name, value);
    },
  };
}
