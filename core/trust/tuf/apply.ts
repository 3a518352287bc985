import { err, ok, type Result } from '#core/result';
import type { TrustedTime } from '../time.ts';
import { readBundleFile } from './bundle-file.ts';
import { findForgotten, findSuccessionFault, isSame } from './follows-held.ts';
import type { TrustStore } from '../trust-store.ts';
import { knownFrom, readSet } from './read-set.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

export interface AppliedBundle {
  /** `unchanged`: the very bundle that is held came again, and nothing was written. */
  readonly kind: 'replaced' | 'unchanged';
  readonly version: number;
  readonly signedAtMs: number;
}

/**
 * The one door for signed bundles, whichever way they came. Everything is decided first, then
 * what is held is replaced in one step, roots and all, or stays as it is. No expiry is looked at: what
 * is newer and rightly signed is better than what is held, and ages do the rest.
 */
export function apply(
  bundle: Uint8Array,
  now: TrustedTime,
  store: TrustStore,
): Result<AppliedBundle, BundleRefusal> {
  const files = readBundleFile(bundle, store.sha256);
  if (!files.ok) return err({ code: 'bundle-file', where: files.error });
  const held = store.current();
  const remembered = store.remembered();
  const read = readSet(files.value, knownFrom(held, remembered), store);
  if (!read.ok) return read;

  const next = read.value;
  const { version, signedAtMs } = next.content;
  if (held !== undefined && isSame(held.bundle, next.bundle)) {
    return ok({ kind: 'unchanged', version, signedAtMs });
  }
  const fault =
    findForgotten(next, remembered) ?? findSuccessionFault(next, held, now);
  if (fault !== undefined) return err(fault);

  store.replace(next);
  return ok({ kind: 'replaced', version, signedAtMs });
}
