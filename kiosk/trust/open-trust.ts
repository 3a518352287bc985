import {
  apply,
  readBundle,
  type AppliedBundle,
  type BundleRefusal,
  type HeldBundle,
  type Pin,
  type TrustedTime,
} from '#core/trust';
import { err, type Result } from '#core/result';
import type { Store } from '#db';

/** The bundle in force: read once, replaced only through `apply`. */
export interface TrustKeeper {
  held(): HeldBundle | undefined;
  apply(
    bundle: Uint8Array,
    now: TrustedTime,
  ): Result<AppliedBundle, BundleRefusal>;
}

/**
 * Reads what the store holds under the pinned root. A stored file that no longer reads — another
 * root is pinned, the file was tampered with — is not believed, and the kiosk says it has no trust.
 */
export function openTrust(store: Store, pin: Pin): TrustKeeper {
  let held = readStored(store, pin);
  return {
    held: () => held,
    apply: (bundle, now) =>
      apply(bundle, now, {
        ...pin,
        current: () => held,
        replace: (next) => {
          store.trust.replace(next);
          held = next;
        },
      }),
  };
}

/**
 * Why a folder's trust is not this kiosk's: `bundle-root` where another root signed it, `bundle-demo`
 * where it is of the other profile. Nothing may take its place, for versions never go back.
 */
export function findStrangeTrust(
  store: Store,
  pin: Pin,
): 'bundle-root' | 'bundle-demo' | undefined {
  const file = store.trust.file();
  const read = file && readBundle(file, pin);
  if (read === undefined || read.ok) return undefined;
  const { code } = read.error;
  return code === 'bundle-root' || code === 'bundle-demo' ? code : undefined;
}

function readStored(store: Store, pin: Pin): HeldBundle | undefined {
  const file = store.trust.file();
  if (file === undefined) return undefined;
  const read = readBundle(file, pin);
  return read.ok ? read.value : undefined;
}
/** A held bundle as it passes from thread to thread. */
export type DecidedBundle = Parameters<typeof toHeldBundle>[0];

/**
 * Reads what the store holds under the pinned root. A stored file that no longer reads — another
 * root is pinned, the file was tampered with — is not believed, and the kiosk says it has no trust.
 * Throws where the pinned root is none: whoever hands it over has read it.
 */
export function openTrust(store: Store, pin: Pin): TrustKeeper {
  const pinned = readPinnedRoot(pin);
  if (!pinned.ok) throw new Error(`no pinned root: ${pinned.error.code}`);
  let held = readHeld(store, pin);
  const replace = (next: HeldBundle): void => {
    store.trust.replace(next);
    held = next;
  };
  return {
    pin,
    held: () => held,
    root: () => held?.root ?? pinned.value,
    asOfMs: () => held?.content.signedAtMs,
    apply: (bundle, now) =>
      apply(bundle, now, {
        ...pin,
        current: () => held,
        remembered: () => undefined,
        replace,
      }),
    adopt: (next, before) => {
      if (held !== before) return false;
      replace(toHeldBundle(next));
      return true;
    },
    confirm: () => err('token.no-bundle'),
  };
}

/**
 * Why a folder's trust is not this kiosk's: `bundle-root` where another root signed it, `bundle-demo`
 * where it is of the other profile. Nothing may take its place, for versions never go back.
 */
export function findStrangeTrust(
  store: Store,
  pin: Pin,
): 'bundle-root' | 'bundle-demo' | undefined {
  const file = store.trust.file();
  const read = file && readStored(file, pin);
  if (read === undefined || read.ok) return undefined;
  const { code } = read.error;
  return code === 'bundle-root' || code === 'bundle-demo' ? code : undefined;
}

function readHeld(store: Store, pin: Pin): HeldBundle | undefined {
  const file = store.trust.file();
  const read = file && readStored(file, pin);
  return read?.ok === true ? read.value : undefined;
}
