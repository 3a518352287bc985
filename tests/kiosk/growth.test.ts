import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  toEntryDraft,
  verifyChain,
  type EntryDraft,
  type EntryPage,
  type EntryStore,
} from '#core/log';
import { appendAll, openReader } from '#db';
import { sha256 } from '#kiosk/crypto';
import { newId } from '#kiosk/lane';
import { startSite } from '#kiosk/site';
import { admitted, checkpoint } from '../core/log/example-records.ts';
import { counted } from '../counted.ts';
import { makeSite, noWarning, type Site } from '../site/make-site.ts';

const entries = Number(process.env['POSTERN_GROWTH'] ?? 20_000);

let site: Site;
beforeEach(async () => {
  site = await makeSite();
});
afterEach(() => {
  site.remove();
});

test(
  'a log that has grown proves its chain, pages to its first entry and takes the next scan',
  { timeout: 60_000 + entries },
  async () => {
    appendAll(site.folder, drafts(entries));
    const lane = startSite(site.folder, noWarning);
    if (!lane.ok) throw new Error(lane.error.message);
    const client = lane.value.service.connect('guard');
    await client.command({
      kind: 'capture',
      commandId: randomUUID(),
      text: site.pass(),
      source: 'panel',
    });
    expect(client.snapshot()).toMatchObject({
      gate: { kind: 'admit' },
      today: { admit: entries + 1 },
    });
    await lane.value.stop();

    const reader = openReader(site.folder);
    if (!reader.ok) throw new Error(reader.error.message);
    const head = reader.value.entries.head().seq;
    const proof = verifyChain(reader.value.entries.walk(0), sha256);
    expect(proof).toEqual({ entries: head });
    expect(pagesDown(reader.value.entries.page)).toBe(head);
    reader.value.close();
    counted('growth', entries, 'entries, the chain holds');
  },
);

/** How many entries the pages from the newest down to the first hold, each one seq below the last. */
function pagesDown(page: EntryStore['page']): number {
  const seqs: number[] = [];
  let beforeSeq: number | undefined = Number.MAX_SAFE_INTEGER;
  while (beforeSeq !== undefined) {
    const { entries, nextBeforeSeq }: EntryPage = page({
      beforeSeq,
      limit: 200,
    });
    seqs.push(...entries.map(({ seq }) => seq));
    beforeSeq = nextBeforeSeq;
  }
  const [newest = 0] = seqs;
  expect(seqs.every((seq, at) => seq === newest - at)).toBe(true);
  return seqs.length;
}

function* drafts(count: number): Generator<EntryDraft> {
  const at = { ...admitted.at, atMs: Date.now() };
  for (let index = 0; index < count; index += 1)
    yield toEntryDraft({ ...admitted, at, id: newId() }, checkpoint);
}
