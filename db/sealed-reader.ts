import type { Connection } from './connection.ts';

export interface SealedReader {
  /** The sealed personal data of an entry; undefined where there was none or it has been deleted. */
  blob(seq: number): Uint8Array | undefined;
}

export function createSealedReader(connection: Connection): SealedReader {
  const read = connection.prepare<[number], { blob: Uint8Array }>(
    'SELECT blob FROM sealed WHERE seq = ?',
  );
  return {
    blob: (seq) => {
      const row = read.get(seq);
      return row && Uint8Array.from(row.blob);
    },
  };
}
