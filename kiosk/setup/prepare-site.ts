import { err, ok, type Result } from '#core/result';
import { trustedTime, type HostReading, type Pin } from '#core/trust';
import { openStore, type Store } from '#db';
import { parseKioskConfig, type KioskConfig } from '#kiosk/config';
import type { SetupChoice, SetupError } from '#kiosk/contract';
import { hashPin, isWeakPin } from '#kiosk/staff';
import {
  findStrangeTrust,
  openTrust,
  readSiteRoot,
  tombstonesIn,
} from '#kiosk/trust';
import { createSiteKey, encodeSiteKey, type SiteKey } from '#kiosk/vault';
import { offerBundle } from './inspect-bundle.ts';
import { siteConfigOf } from './site-config.ts';
import { freeName, writeSite } from './write-site.ts';

/** A site that is written down, with its store open for the lane that is to start on it. */
export interface PreparedSite {
  readonly config: KioskConfig;
  readonly rootFile: Uint8Array;
  readonly siteKey: SiteKey;
  readonly store: Store;
}

export interface SiteSurroundings {
  readonly folder: string;
  reading(): HostReading;
  /** Hears what engineers need to know of a folder that cannot be written. */
  warn(message: string): void;
}

/** The least a passphrase may have; docs/operating.md says what hangs on it. */
const shortestPassphrase = 12;

/** Checks everything first, then writes all of it; on any refusal the folder is still without kiosk.toml. */
export async function prepareSite(
  choice: SetupChoice,
  { folder, reading, warn }: SiteSurroundings,
): Promise<Result<PreparedSite, SetupError | 'contract.bad-request'>> {
  const bundle = Uint8Array.from(Buffer.from(choice.bundle, 'base64'));
  const rootFile = Uint8Array.from(Buffer.from(choice.rootFile, 'utf8'));
  const root = readSiteRoot(rootFile);
  if (!root.ok) return err('setup.bundle-refused');
  const { pin } = root.value;
  const fault = findFault(choice, pin, bundle, reading());
  if (fault !== undefined) return err(fault);
  const siteKey = await createSiteKey(choice.passphrase);
  const pinHash = await hashPin(choice.supervisor.pin);

  const opened = openStore(folder);
  if (!opened.ok) {
    warn(`${opened.error.code}: ${opened.error.message}`);
    return err('setup.not-written');
  }
  const store = opened.value;
  const giveUp = (error: SetupError | 'contract.bad-request') => {
    store.close();
    return err(error);
  };
  if (!canFollow(folder, store, pin, bundle, reading()))
    return giveUp('setup.other-trust');
  const names = {
    siteKey: freeName(folder, 'site-key', '.json'),
    root: freeName(folder, 'root', '.json'),
    bundle: 'bundle.hpb',
    pinHash,
  };
  const text = siteConfigOf(choice, names);
  const config = parseKioskConfig(text, folder);
  if (!config.ok) return giveUp('contract.bad-request');
  const written = writeSite(folder, {
    siteKey: { name: names.siteKey, bytes: encodeSiteKey(siteKey) },
    root: { name: names.root, bytes: rootFile },
    bundle: { name: names.bundle, bytes: bundle },
    config: { name: 'kiosk.toml', bytes: Buffer.from(text) },
  });
  if (!written.ok) {
    warn(`${written.error.code}: ${written.error.message}`);
    return giveUp('setup.not-written');
  }
  return ok({ config: config.value, rootFile, siteKey, store });
}

function findFault(
  { supervisor, passphrase }: SetupChoice,
  pin: Pin,
  bundle: Uint8Array,
  now: HostReading,
): SetupError | undefined {
  if (!offerBundle(pin, bundle, trustedTime(now, {})).ok)
    return 'setup.bundle-refused';
  if (isWeakPin(supervisor.pin)) return 'setup.weak-pin';
  // Counted as a person counts: what is normalised away when it is stretched is no character.
  if ([...passphrase.normalize('NFKC')].length < shortestPassphrase)
    return 'setup.short-passphrase';
  return undefined;
}

/** Whether the folder was never used, or holds older trust of this very root; versions never go back. */
function canFollow(
  folder: string,
  store: Store,
  pin: Pin,
  bundle: Uint8Array,
  reading: HostReading,
): boolean {
  const tombstones = tombstonesIn(folder);
  if (findStrangeTrust(store, pin, tombstones) !== undefined) return false;
  const trust = openTrust(store, pin, tombstones);
  const now = trustedTime(reading, store.clock.memory());
  return trust.wouldTake(bundle, now).ok;
}
