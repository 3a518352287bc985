import { join } from 'node:path';
import type { EntryDraft } from '#core/log';
import { createClockKeeper } from './clock-keeper.ts';
import { openConnection } from './connection.ts';
import { createEntryReader } from './entry-reader.ts';
import { createEntryWriter } from './entry-writer.ts';
import { fileName } from './store.ts';

const entriesPerCommit = 10_000;

/**
 * Fills the log of a folder that no store has open: the same entries and chain as one append each,
 * with one commit for many. For measuring how things grow; a lane appends through its store.
 */
export function appendAll(folder: string, drafts: Iterable<EntryDraft>): void {
  const connection = openConnection(join(folder, fileName));
  const { head } = createEntryReader(connection);
  const writer = createEntryWriter(
    connection,
    createClockKeeper(connection),
    head,
  );
  const commit = connection.transaction((batch: readonly EntryDraft[]) => {
    for (const draft of batch) writer.append(draft);
  });
  let batch: EntryDraft[] = [];
  for (const draft of drafts) {
    batch.push(draft);
    if (batch.length < entriesPerCommit) continue;
    commit(batch);
    batch = [];
  }
  commit(batch);
  connection.close();
}
