import { err, ok, type Result } from '#core/result';
import type { BundleRefusal } from './bundle.ts';
import { readBundle } from './read-bundle.ts';
import { findSuccessionFault } from './succession.ts';
import type { TrustedTime } from './time.ts';
import type { TrustStore } from './trust-store.ts';

export interface AppliedBundle {
  /** `unchanged`: the very bundle that is held came again, and nothing was written. */
  readonly kind: 'replaced' | 'unchanged';
  readonly version: number;
  readonly signedAtMs: number;
}

/**
 * The one door for signed bundles, whichever way they came. Decides everything first, then replaces
 * what is held in one step, or leaves it as it is.
 */
export function apply(
  bundle: Uint8Array,
  now: TrustedTime,
  store: TrustStore,
): Result<AppliedBundle, BundleRefusal> {
  const read = readBundle(bundle, store);
  if (!read.ok) return read;

  const next = read.value;
  const { version, signedAtMs } = next.content;
  const held = store.current();
  if (held !== undefined && isSame(held.bundle, bundle)) {
    return ok({ kind: 'unchanged', version, signedAtMs });
  }
  const fault = findSuccessionFault(next.content, held?.content, now);
  if (fault !== undefined) return err(fault);

  store.replace(next);
  return ok({ kind: 'replaced', version, signedAtMs });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
