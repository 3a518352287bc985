import { err, ok, type Result } from '#core/result';
import { isDemoName } from '../demo-name.ts';
import type { BundleFiles } from './bundle-file.ts';
import { readDocument, type FileSource } from './file-source.ts';
import type { RootMetadata } from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import { findKeysFault } from './role-keys.ts';
import { findSigningFault } from './role-signed.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** How far one update may lead. */
const mostSteps = 256;

/**
 * From the pinned root to the latest, one version at a time, each signed by the thresholds of the one
 * before and its own. When a root on the way expired does not matter. Steps up to `heldVersion` were
 * taken before and are not counted again.
 */
export function followRoots(
  pinned: RootMetadata,
  source: FileSource,
  heldVersion: number,
  pin: Pin,
): Result<RootMetadata, BundleRefusal> {
  let root = pinned;
  for (;;) {
    const name = rootName(root.version + 1);
    const file = source.take(name);
    if (!file.ok) return ok(root);
    if (root.version >= Math.max(heldVersion, pinned.version) + mostSteps) {
      return err({ code: 'bundle-rotations', where: name });
    }
    const next = readStep(file.value, root, pin, name);
    if (!next.ok) return next;
    root = next.value;
  }
}

/** The pinned root and every later one of a set that was read: each was believed on its way. */
export function rootsIn(files: BundleFiles, pin: Pin): readonly RootMetadata[] {
  const later = [...files]
    .filter(([name]) => name.endsWith('.root.json'))
    .map(([, file]) => file);
  return [pin.rootFile, ...later]
    .map((file) => readDocument(file, 'root', pin, 'root'))
    .filter((read) => read.ok)
    .map(({ value }) => value);
}

/** A root in the bundle that lies beyond the last one reached, so that a step to it is missing. */
export function findRootGap(
  bundle: BundleFiles,
  reached: RootMetadata,
): BundleRefusal | undefined {
  const versions = [...bundle.keys()].map((name) =>
    Number(/^(\d+)\.root\.json$/.exec(name)?.[1] ?? 0),
  );
  if (!versions.some((version) => version > reached.version)) return undefined;
  return { code: 'bundle-missing', where: rootName(reached.version + 1) };
}

/** The root a kiosk comes with, which answers for itself; refused where it could answer for nothing. */
export function readPinnedRoot(pin: Pin): Result<RootMetadata, BundleRefusal> {
  const where = 'pinned root';
  const read = readDocument(pin.rootFile, 'root', pin, where);
  if (!read.ok) return read;
  const { profile, name } = read.value;
  if (profile !== pin.profile || isDemoName(name) !== (profile === 'demo')) {
    return err({ code: 'bundle-demo', where });
  }
  const fault = findRootFault(read.value, read.value, pin, where);
  return fault === undefined ? read : err(fault);
}

function readStep(
  file: Uint8Array,
  root: RootMetadata,
  pin: Pin,
  where: string,
): Result<RootMetadata, BundleRefusal> {
  const read = readDocument(file, 'root', pin, where);
  if (!read.ok) return read;
  const next = read.value;
  const fault = findRootFault(next, root, pin, where);
  if (fault !== undefined) return err(fault);
  if (next.version !== root.version + 1) {
    const isOlder = next.version <= root.version;
    return err({ code: isOlder ? 'bundle-rollback' : 'bundle-mixed', where });
  }
  if (next.profile !== root.profile) return err({ code: 'bundle-demo', where });
  if (next.name !== root.name) return err({ code: 'bundle-root', where });
  return read;
}

/** `before` is the root that is believed already; a pinned one answers for itself. */
function findRootFault(
  root: RootMetadata,
  before: RootMetadata,
  pin: Pin,
  where: string,
): BundleRefusal | undefined {
  return (
    findSigningFault(root, before.roles.root, before.keys, pin, where) ??
    findKeysFault(root.keys, Object.values(root.roles), pin, where) ??
    findSigningFault(root, root.roles.root, root.keys, pin, where)
  );
}

function rootName(version: number): string {
  return `${version}.root.json`;
}
