import { err, ok, type Result } from '#core/result';
import type { TrustedTime } from '../time.ts';
import { readBundleFile, type BundleFiles } from './bundle-file.ts';
import {
  findForgotten,
  findSuccessionFault,
  isRecovery,
  isSame,
} from './follows-held.ts';
import type { TrustStore } from '../trust-store.ts';
import {
  completeSet,
  knownFrom,
  readNamed,
  type Before,
  type NamedSet,
} from './read-set.ts';
import { readChunksThere, type Chunks } from './status-source.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';
import { findStatusFault } from '../status-succession.ts';

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
  const named = readWelcome(bundle, now, store);
  if (!named.ok) return named;
  const { set, files, before } = named.value;
  const read = completeSet(set, files, before, store);
  if (!read.ok) return read;

  const next = read.value;
  const { version, signedAtMs } = next.content;
  const held = store.current();
  if (held !== undefined && isSame(held.bundle, next.bundle)) {
    return ok({ kind: 'unchanged', version, signedAtMs });
  }
  const mayGoBack = held !== undefined && isRecovery(next, held, store);
  const fault = findStatusFault(next.content, before.statusLists, mayGoBack);
  if (fault !== undefined) return err(fault);

  store.replace(next);
  return ok({ kind: 'replaced', version, signedAtMs });
}

/**
 * What a bundle that `apply` refuses for a chunk it lacks has brought all the same: every chunk that its
 * signed indices name and that is there, be it in the bundle, held or kept, by SHA-256 in hex. A host
 * that keeps them, and only them, takes the next bundle with the rest. Refused is whatever `apply`
 * refuses before it looks at a chunk, so that nothing is kept for whoever may not speak.
 */
export function findChunks(
  bundle: Uint8Array,
  now: TrustedTime,
  store: TrustStore,
): Result<Chunks, BundleRefusal> {
  const named = readWelcome(bundle, now, store);
  if (!named.ok) return named;
  const { set, files, before } = named.value;
  return readChunksThere(set.content.statusLists, {
    bundle: files,
    held: before.chunks,
    kept: before.kept,
    sha256: store.sha256,
  });
}

/** A set that may follow what is held, before anyone looks at a chunk. */
function readWelcome(
  bundle: Uint8Array,
  now: TrustedTime,
  store: TrustStore,
): Result<
  {
    readonly set: NamedSet;
    readonly files: BundleFiles;
    readonly before: Before;
  },
  BundleRefusal
> {
  const files = readBundleFile(bundle, store.sha256);
  if (!files.ok) return err({ code: 'bundle-file', where: files.error });
  const before = knownFrom(store);
  const set = readNamed(files.value, before, store);
  if (!set.ok) return set;
  const fault =
    findSuccessionFault(set.value, store.current(), now, store) ??
    findForgotten(set.value, store.remembered(), store);
  if (fault !== undefined) return err(fault);
  return ok({ set: set.value, files: files.value, before });
}
