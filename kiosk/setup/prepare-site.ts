import { err, ok, type Result } from '#core/result';
import { trustedTime, type HostReading, type PinnedRoot } from '#core/trust';
import { openStore, type Store } from '#db';
import { parseKioskConfig, type KioskConfig } from '#kiosk/config';
import type { SetupChoice, SetupError } from '#kiosk/contract';
import { hashPin, isWeakPin } from '#kiosk/staff';
import { findStrangeTrust, openTrust } from '#kiosk/trust';
import { createSiteKey, encodeSiteKey, type SiteKey } from '#kiosk/vault';
import { isDemoRoot, offerBundle, pinOf } from './inspect-bundle.ts';
import { siteConfigOf } from './site-config.ts';
import { freeName, writeSite } from './write-site.ts';

/** A site that is written down, with its store open for the lane that is to start on it. */
export interface PreparedSite {
  readonly config: KioskConfig;
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
  const root = rootOf(choice);
  const fault = findFault(choice, root, bundle, reading());
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
  if (!canFollow(store, root, bundle, reading()))
    return giveUp('setup.other-trust');
  const names = {
    siteKey: freeName(folder, 'site-key', '.json'),
    bundle: 'bundle.hpb',
    pinHash,
  };
  const text = siteConfigOf(choice, names);
  const config = parseKioskConfig(text, folder);
  if (!config.ok) return giveUp('contract.bad-request');
  const written = writeSite(folder, {
    siteKey: { name: names.siteKey, bytes: encodeSiteKey(siteKey) },
    bundle: { name: names.bundle, bytes: bundle },
    config: { name: 'kiosk.toml', bytes: Buffer.from(text) },
  });
  if (!written.ok) {
    warn(`${written.error.code}: ${written.error.message}`);
    return giveUp('setup.not-written');
  }
  return ok({ config: config.value, siteKey, store });
}

function rootOf({ root }: SetupChoice): PinnedRoot {
  return {
    name: root.name,
    publicKey: Uint8Array.from(Buffer.from(root.publicKey, 'hex')),
  };
}

function findFault(
  { supervisor, passphrase }: SetupChoice,
  root: PinnedRoot,
  bundle: Uint8Array,
  now: HostReading,
): SetupError | undefined {
  if (isDemoRoot(root.name)) return 'setup.bundle-refused';
  if (!offerBundle(root, bundle, trustedTime(now, {})).ok)
    return 'setup.bundle-refused';
  if (isWeakPin(supervisor.pin)) return 'setup.weak-pin';
  // Counted as a person counts: what is normalised away when it is stretched is no character.
  if ([...passphrase.normalize('NFKC')].length < shortestPassphrase)
    return 'setup.short-passphrase';
  return undefined;
}

/** Whether the folder was never used, or holds older trust of this very root; versions never go back. */
function canFollow(
  store: Store,
  root: PinnedRoot,
  bundle: Uint8Array,
  reading: HostReading,
): boolean {
  const pin = pinOf(root);
  if (findStrangeTrust(store, pin) !== undefined) return false;
  const held = openTrust(store, pin).held();
  const now = trustedTime(reading, store.clock.memory());
  return offerBundle(root, bundle, now, held).ok;
}
