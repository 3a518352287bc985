import { join } from 'node:path';
import type { ThermometerProfile } from '#core/gate';
import type { Checkpoint } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import type { HostClock, PinnedRoot } from '#core/trust';
import { openStore } from '#db';
import { systemClock } from '#kiosk/clock';
import {
  readIfThere,
  readKioskConfig,
  type KioskConfig,
  type ScannerConfig,
  type ThermometerConfig,
} from '#kiosk/config';
import { sha256, signatures } from '#kiosk/crypto';
import { startLane, type Lane, type StartFailure } from '#kiosk/lane';
import { findStrangeTrust } from '#kiosk/trust';
import { createFileVault, readSiteKey, type SiteKey } from '#kiosk/vault';
import {
  createScanner,
  createThermometer,
  serialTransport,
  type Device,
  type ScannedText,
  type ThermometerFrame,
} from '#native';
import { unconfiguredLane } from './unconfigured-lane.ts';

/**
 * Starts the lane that `kiosk.toml` in the folder describes. Without that file the kiosk starts all
 * the same, says it is not set up, and decides nothing. `warn` hears what does not keep it from starting.
 */
export function startSite(
  folder: string,
  warn: (message: string) => void,
  clock: HostClock = systemClock(),
): Result<Lane, StartFailure> {
  const read = readKioskConfig(join(folder, 'kiosk.toml'));
  if (!read.ok)
    return read.error.code === 'config.missing'
      ? ok(unconfiguredLane(clock))
      : err(read.error);
  const config = read.value;
  const siteKey = siteKeyIn(config.sealing.site_key);
  if (siteKey === undefined) {
    const message = `${config.sealing.site_key} is not a site key; make one with npm run site-key`;
    return err({ code: 'config.site-key', message });
  }
  const opened = openStore(folder);
  if (!opened.ok) return err(opened.error);
  const root = rootOf(config);
  const pin = { profile: 'site', root, signatures, sha256 } as const;
  if (findStrangeTrust(opened.value, pin) !== undefined) {
    opened.value.close();
    return err(otherRoot(root.name));
  }

  const checkpoint = checkpointOf(config);
  const [thermometer] = config.thermometer;
  const lane = startLane({
    profile: 'site',
    folder,
    warn,
    checkpoint,
    root,
    ...bundleOf(config, warn),
    store: opened.value,
    clock,
    vault: createFileVault(join(folder, 'keys')),
    siteKey: siteKey.publicKey,
    scanners: config.scanner.map((scanner) => scannerOf(scanner, clock)),
    thermometers: config.thermometer.map((each) => thermometerOf(each, clock)),
    thermometer: profileOf(thermometer),
  });
  return ok(lane);
}

function rootOf({ trust }: KioskConfig): PinnedRoot {
  return {
    name: trust.root_name,
    publicKey: Uint8Array.from(Buffer.from(trust.root_key, 'hex')),
  };
}

function otherRoot(name: string): StartFailure {
  const message = `this folder holds trust that ${name} did not sign; pin the root it had, or give the lane a new folder with --data`;
  return { code: 'config.other-root', message };
}

function checkpointOf({ checkpoint }: KioskConfig): Checkpoint {
  return {
    id: checkpoint.id,
    nameZh: checkpoint.name_zh,
    nameEn: checkpoint.name_en,
    lane: checkpoint.lane,
    direction: checkpoint.direction,
    siteType: checkpoint.site_type,
    timeZone: checkpoint.time_zone,
  };
}

/** A bundle that cannot be read is no reason not to start: the one held stays in force. */
function bundleOf(
  { trust }: KioskConfig,
  warn: (message: string) => void,
): { readonly bundle?: Uint8Array } {
  if (trust.bundle === undefined) return {};
  const bundle = readIfThere(trust.bundle);
  if (bundle === undefined) warn(`there is no bundle at ${trust.bundle}`);
  return bundle === undefined ? {} : { bundle };
}

function siteKeyIn(file: string): SiteKey | undefined {
  const bytes = readIfThere(file);
  return bytes && readSiteKey(bytes);
}

function scannerOf(
  scanner: ScannerConfig,
  clock: HostClock,
): Device<ScannedText> {
  return createScanner({
    id: scanner.id,
    open: () => serialTransport(scanner.path, scanner.baud),
    profile: { terminator: scanner.terminator, baudRate: scanner.baud },
    monoMs: () => clock.read().monoMs,
  });
}

function thermometerOf(
  thermometer: ThermometerConfig,
  clock: HostClock,
): Device<ThermometerFrame> {
  return createThermometer({
    id: thermometer.id,
    open: () => serialTransport(thermometer.path, thermometer.baud),
    monoMs: () => clock.read().monoMs,
  });
}

/** Without a thermometer the guard types what another one says: a body temperature as it is. */
function profileOf(
  thermometer: ThermometerConfig | undefined,
): ThermometerProfile {
  if (thermometer === undefined)
    return { mode: 'body', offsetCenti: 0, stableSamples: 5, spreadCenti: 30 };
  return {
    mode: thermometer.mode,
    offsetCenti: Math.round(thermometer.offset * 100),
    stableSamples: thermometer.stable_samples,
    spreadCenti: Math.round(thermometer.spread * 100),
  };
}
