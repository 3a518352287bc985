import { join } from 'node:path';
import { err, ok, type Result } from '#core/result';
import type { HostClock } from '#core/trust';
import { openStore } from '#db';
import { systemClock } from '#kiosk/clock';
import { readIfThere, readKioskConfig } from '#kiosk/config';
import type { Lane, StartFailure } from '#kiosk/lane';
import { findStrangeTrust, tombstonesIn } from '#kiosk/trust';
import { readSiteKey, type SiteKey } from '#kiosk/vault';
import { configuredLane } from './configured-lane.ts';
import { pinnedRootOf } from './pinned-root.ts';
import { setUpLane } from './set-up-lane.ts';

/**
 * Starts the lane that `kiosk.toml` in the folder describes. Without that file the kiosk starts all
 * the same and asks at the screen for what it needs. `warn` hears what does not keep it from starting.
 */
export function startSite(
  folder: string,
  warn: (message: string) => void,
  clock: HostClock = systemClock(),
): Result<Lane, StartFailure> {
  const read = readKioskConfig(join(folder, 'kiosk.toml'));
  if (!read.ok)
    return read.error.code === 'config.missing'
      ? ok(setUpLane(folder, warn, clock))
      : err(read.error);
  const config = read.value;
  const pinned = pinnedRootOf(config);
  if (!pinned.ok) return pinned;
  const { pin, root } = pinned.value;
  const siteKey = siteKeyIn(config.sealing.site_key);
  if (siteKey === undefined) {
    const message = `${config.sealing.site_key} is not a site key; make one with npm run site-key`;
    return err({ code: 'config.site-key', message });
  }
  const opened = openStore(folder);
  if (!opened.ok) return err(opened.error);
  const store = opened.value;
  if (findStrangeTrust(store, pin, tombstonesIn(folder)) !== undefined) {
    store.close();
    return err(otherRoot(root.name));
  }
  const { rootFile } = pin;
  const site = { folder, config, rootFile, siteKey, store, clock, warn };
  return ok(configuredLane({ ...site, by: 'file' }));
}

function otherRoot(name: string): StartFailure {
  const message = `this folder holds trust that ${name} did not sign; pin the root it had, or give the lane a new folder with --data`;
  return { code: 'config.other-root', message };
}

function siteKeyIn(file: string): SiteKey | undefined {
  const bytes = readIfThere(file);
  return bytes && readSiteKey(bytes);
}
