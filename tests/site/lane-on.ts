import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint } from '#core/policy';
import type { Store } from '#db';
import { systemClock } from '#kiosk/clock';
import { startLane, type Lane, type LaneParts } from '#kiosk/lane';
import { createFileVault, readSiteKey } from '#kiosk/vault';
import { noWarning, type Site } from './make-site.ts';

export const siteCheckpoint: Checkpoint = {
  id: 'TEST-GATE',
  nameZh: '测试卡点',
  nameEn: 'Test gate',
  lane: '1',
  direction: 'in',
  siteType: 'station',
  timeZone: 'Asia/Shanghai',
};

/** A lane of this site in this process, on the given store and devices. */
export function laneOn(
  site: Pick<Site, 'folder' | 'rootFile' | 'bundle'>,
  store: Store,
  devices: Partial<Pick<LaneParts, 'scanners' | 'thermometers' | 'clock'>> = {},
): Lane {
  const siteKey = readSiteKey(readFileSync(join(site.folder, 'site-key.json')));
  if (siteKey === undefined) throw new Error('no site key');
  return startLane({
    profile: 'site',
    folder: site.folder,
    warn: noWarning,
    checkpoint: siteCheckpoint,
    rootFile: site.rootFile,
    bundle: site.bundle,
    store,
    clock: systemClock(),
    vault: createFileVault(join(site.folder, 'keys')),
    siteKey: siteKey.publicKey,
    scanners: [],
    thermometers: [],
    thermometer: {
      mode: 'body',
      offsetCenti: 0,
      stableSamples: 5,
      spreadCenti: 30,
    },
    ...devices,
  });
}
