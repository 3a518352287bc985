import { join } from 'node:path';
import type { ThermometerProfile } from '#core/gate';
import type { Checkpoint } from '#core/policy';
import type { HostClock } from '#core/trust';
import type { Store } from '#db';
import type {
  KioskConfig,
  ScannerConfig,
  ThermometerConfig,
} from '#kiosk/config';
import { words } from '#kiosk/contract';
import { startLane, type Lane, type SetUp } from '#kiosk/lane';
import { readBundleAt } from '#kiosk/trust';
import { createFileVault, type SiteKey } from '#kiosk/vault';
import {
  createScanner,
  createThermometer,
  serialTransport,
  type Device,
  type ScannedText,
  type ThermometerFrame,
} from '#native';
import { setUpOf } from './set-up-of.ts';

/** A site that is configured, its store open and its trust its own. */
export interface ConfiguredSite {
  readonly folder: string;
  readonly config: KioskConfig;
  /** What the file that the config names held when it was read and found sound. */
  readonly rootFile: Uint8Array;
  readonly siteKey: SiteKey;
  readonly store: Store;
  readonly clock: HostClock;
  /** Whether a person at the screen wrote the files just now. */
  readonly by: SetUp['by'];
  warn(message: string): void;
}

/** Starts the lane of a configured site; whoever works there is known from its first start on. */
export function configuredLane(site: ConfiguredSite): Lane {
  const { folder, config, rootFile, store, clock, warn } = site;
  const [thermometer] = config.thermometer;
  const bundle = bundleOf(config, warn);
  return startLane({
    profile: 'site',
    folder,
    warn,
    checkpoint: checkpointOf(config),
    language: config.language,
    rootFile,
    ...bundle,
    setUp: setUpOf({ ...site, ...bundle }),
    store,
    clock,
    vault: createFileVault(join(folder, 'keys')),
    siteKey: site.siteKey.publicKey,
    scanners: config.scanner.map((scanner) => scannerOf(scanner, clock)),
    thermometers: config.thermometer.map((each) => thermometerOf(each, clock)),
    thermometer: profileOf(thermometer),
  });
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
  const bundle = readBundleAt(trust.bundle);
  if (bundle.ok) return { bundle: bundle.value };
  const { fault, wayBack } = words.en.trust.readFaults[bundle.error];
  warn(`no bundle from ${trust.bundle}: ${fault}; ${wayBack}`);
  return {};
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
