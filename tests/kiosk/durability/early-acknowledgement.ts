import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ok } from '#core/result';
import { openStore, type Store } from '#db';
import { readKioskConfig } from '#kiosk/config';
import { serveLoopback } from '#kiosk/loopback';
import { laneOn } from '../../site/lane-on.ts';

/**
 * The control of the durability test: the same lane over a log that says yes first and writes
 * seconds later. The test must fail on it, or it would prove nothing.
 */
const { values } = parseArgs({
  options: {
    site: { type: 'boolean' },
    data: { type: 'string', default: '' },
    renderer: { type: 'string', default: '' },
  },
});
const folder = values.data;
const config = readKioskConfig(join(folder, 'kiosk.toml'));
const store = openStore(folder);
if (!config.ok || !store.ok) throw new Error('not a site');

const rootFile = Uint8Array.from(readFileSync(config.value.trust.root));
const bundle = Uint8Array.from(readFileSync(join(folder, 'bundle.hpb')));
const lane = laneOn(
  { folder, rootFile, bundle },
  acknowledgingEarly(store.value),
);
const { url } = await serveLoopback(lane.service, values.renderer, 0);
process.stdout.write(`pid ${process.pid}\nready ${url}\n`);

function acknowledgingEarly(held: Store): Store {
  const { entries } = held;
  return {
    ...held,
    entries: {
      ...entries,
      append: (draft) => {
        if (draft.kind !== 'scan') return entries.append(draft);
        setTimeout(() => entries.append(draft), 10_000);
        return ok(entries.head());
      },
    },
  };
}
