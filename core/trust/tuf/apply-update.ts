import { err, ok, type Result } from '#core/result';
import type { AppliedBundle } from '../apply.ts';
import type { TrustedTime } from '../time.ts';
import { readBundleFile } from './bundle-file.ts';
import { findSuccessionFault, isSame } from './follows-held.ts';
import type { UpdateStore } from './held-set.ts';
import { knownFrom, readSet } from './read-set.ts';
import type { UpdateRefusal } from './update-refusal.ts';

/**
 * The one door for updates by TUF's rules, whichever way they came. Everything is decided first, then
 * what is held is replaced in one step, roots and all, or stays as it is. No expiry is looked at: what
 * is newer and rightly signed is better than what is held, and ages do the rest.
 */
export function applyUpdate(
  bundle: Uint8Array,
  now: TrustedTime,
  store: UpdateStore,
): Result<AppliedBundle, UpdateRefusal> {
  const files = readBundleFile(bundle, store.sha256);
  if (!files.ok) return err({ code: 'bundle-file', where: files.error });
  const held = store.current();
  const read = readSet(files.value, knownFrom(held), store);
  if (!read.ok) return read;

  const next = read.value;
  const { version, signedAtMs } = next.content;
  if (held !== undefined && isSame(held.bundle, next.bundle)) {
    return ok({ kind: 'unchanged', version, signedAtMs });
  }
  const fault = findSuccessionFault(next, held, now);
  if (fault !== undefined) return err(fault);

  store.replace(next);
  return ok({ kind: 'replaced', version, signedAtMs });
}
