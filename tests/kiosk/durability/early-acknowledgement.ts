import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ok } from '#core/result';
import { openStore, type Store } from '#db';
import { systemClock } from '#kiosk/clock';
import { readKioskConfig } from '#kiosk/config';
import { startLane } from '#kiosk/lane';
import { serveLoopback } from '#kiosk/loopback';
import { createFileVault, readSiteKey } from '#kiosk/vault';

/**
 * The control of the durability test: the same lane over a log that says yes first and writes a
 * moment later. The test must fail on it, or it would prove nothing.
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
const siteKey = readSiteKey(readFileSync(join(folder, 'site-key.json')));
if (!config.ok || !store.ok || siteKey === undefined)
  throw new Error('not a site');

const lane = startLane({
  profile: 'site',
  folder,
  warn: console.error,
  checkpoint: {
    id: 'TEST-GATE',
    nameZh: '测试卡点',
    nameEn: 'Test gate',
    lane: '1',
    direction: 'in',
    siteType: 'station',
    timeZone: 'Asia/Shanghai',
  },
  root: {
    name: config.value.trust.root_name,
    publicKey: Uint8Array.from(Buffer.from(config.value.trust.root_key, 'hex')),
  },
  bundle: Uint8Array.from(readFileSync(join(folder, 'bundle.hpb'))),
  store: acknowledgingEarly(store.value),
  clock: systemClock(),
  vault: createFileVault(join(folder, 'keys')),
  siteKey: siteKey.publicKey,
  scanners: [],
  thermometers: [],
  thermometer: {
    mode: 'body',
    offsetCenti: 0,
    stableSamples: 5,
    spreadCenti: 30,
  },
});
if (!lane.ok) throw new Error(lane.error.message);
const { url } = await serveLoopback(lane.value.service, values.renderer, 0);
console.log(`pid ${process.pid}`);
console.log(`ready ${url}`);

function acknowledgingEarly(held: Store): Store {
  const { entries } = held;
  return {
    ...held,
    entries: {
      ...entries,
      append: (draft) => {
        if (draft.kind !== 'scan') return entries.append(draft);
        setTimeout(() => entries.append(draft), 50);
        return ok(entries.head());
      },
    },
  };
}
