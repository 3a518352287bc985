import { toEntryDraft, type EntryDraft } from '#core/log';
import { appendAll, openStore } from '#db';
import { newId } from '#kiosk/lane';
import { admitted, checkpoint } from '../core/log/example-records.ts';
import { makeSite, type Site } from '../site/make-site.ts';
import { timed, type Row, type Times } from './measure.ts';
import { greenPasses } from './passes.ts';
import { timeScans } from './scan-bench.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000];

interface Grown {
  readonly entries: number;
  readonly append: Times;
  readonly scan: Times;
  readonly page: Times;
}

/** How an append, a whole scan and one page of the log grow with the log: each against its smallest. */
export async function benchGrowth(): Promise<readonly Row[]> {
  const site = await makeSite();
  const grown: Grown[] = [];
  let filled = 0;
  for (const entries of sizes) {
    appendAll(site.folder, drafts(entries - filled));
    filled = entries;
    const scan = await timeScans(site, greenPasses(site.issuer, 200));
    grown.push({ entries, ...timeStore(site), scan });
  }
  site.remove();
  const [smallest] = grown;
  if (smallest === undefined) throw new Error('nothing was measured');
  return grown.flatMap((each) => [
    grownRow('append', each, smallest, ({ append }) => append.p50),
    grownRow('text to durable verdict', each, smallest, ({ scan }) => scan.p50),
    grownRow('a log page of 100', each, smallest, ({ page }) => page.p50),
  ]);
}

function grownRow(
  what: string,
  each: Grown,
  smallest: Grown,
  value: (grown: Grown) => number,
): Row {
  return {
    what: `${what} at ${each.entries.toLocaleString('en')} entries, p50`,
    value: value(each),
    unit: 'ms',
    limit: {
      what: `at ${sizes[0]?.toLocaleString('en') ?? ''}`,
      value: value(smallest),
    },
  };
}

function timeStore(site: Site): Pick<Grown, 'append' | 'page'> {
  const opened = openStore(site.folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { entries } = opened.value;
  const append = timed([...drafts(200)], (draft) => {
    if (!entries.append(draft).ok) throw new Error('not appended');
  });
  const middle = Math.floor(entries.head().seq / 2);
  const page = timed(Array.from({ length: 200 }), () => {
    entries.page({ beforeSeq: middle, limit: 100 });
  });
  opened.value.close();
  return { append, page };
}

function* drafts(count: number): Generator<EntryDraft> {
  for (let index = 0; index < count; index += 1)
    yield toEntryDraft({ ...admitted, id: newId() }, checkpoint);
}
