import type { TrustedTime } from '../time.ts';
import { latestSignedMs } from '../clock-widths.ts';
import type { HeldBundle, Pin, Remembered } from '../trust-store.ts';
import { readDocument } from './file-source.ts';
import { rootsIn } from './follow-roots.ts';
import type {
  RootMetadata,
  SnapshotMetadata,
  TimestampMetadata,
} from './metadata.ts';
import type { NamedSet } from './read-set.ts';
import { findSigningFault } from './role-signed.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** How far ahead of our own clock a publisher's may be. */
const publisherAheadMs = 300_000;

/** Why a set that holds in itself may not follow the one held, as far as its documents say. */
export function findSuccessionFault(
  next: NamedSet,
  held: HeldBundle | undefined,
  now: TrustedTime,
  pin: Pin,
): BundleRefusal | undefined {
  const isNewTime =
    held === undefined || changesFile(next, held, 'timestamp.json');
  const latestMs = Math.min(now.upperMs + publisherAheadMs, latestSignedMs);
  if (isNewTime && next.content.signedAtMs > latestMs) {
    return { code: 'bundle-from-future' };
  }
  if (held === undefined || isRecovery(next, held, pin)) return undefined;
  return findVersionFault(next, held);
}

/** Whether a bundle is older than the newest this kiosk ever took, though the store may not know of that one. */
export function findForgotten(
  next: Pick<NamedSet, 'root' | 'roles' | 'files' | 'content'>,
  remembered: Remembered | undefined,
  pin: Pin,
): BundleRefusal | undefined {
  if (remembered === undefined) return undefined;
  const { rootVersion, version } = remembered;
  const isOlder =
    next.root.version < rootVersion ||
    (next.content.version < version &&
      !isFreedFrom(next, rootVersion, onlineOf(remembered, pin), pin));
  return isOlder ? { code: 'bundle-rollback', where: 'remembered' } : undefined;
}

/**
 * Whether a root since took timestamp or snapshot out of the hands that signed what is held, and gave it
 * to others. They may have driven the versions up, out of reach of the rightful publisher, so with the
 * keys the versions go.
 */
export function isRecovery(
  next: Pick<HeldBundle, 'root' | 'roles' | 'files'>,
  { root, roles }: HeldBundle,
  pin: Pin,
): boolean {
  const { timestamp, snapshot } = roles;
  return isFreedFrom(next, root.version, [timestamp, snapshot], pin);
}

type Online = TimestampMetadata | SnapshotMetadata;

/**
 * What was signed before would not hold under the new root, and what comes would have held under none of
 * the earlier ones: else it might be older than what is held, and nothing goes back.
 */
function isFreedFrom(
  { root, roles, files }: Pick<HeldBundle, 'root' | 'roles' | 'files'>,
  rootVersion: number,
  signed: readonly Online[],
  pin: Pin,
): boolean {
  if (root.version <= rootVersion) return false;
  const holds = (document: Online, under: RootMetadata): boolean =>
    findSigningFault(
      document,
      under.roles[document.type],
      under.keys,
      pin,
      document.type,
    ) === undefined;
  const earlier = rootsIn(files, pin).filter(
    ({ version }) => version <= rootVersion,
  );
  return signed.some(
    (before) =>
      !holds(before, root) &&
      !earlier.some((under) => holds(roles[before.type], under)),
  );
}

/** Those that are left of it. */
function onlineOf(
  { timestamp, snapshot }: Remembered,
  pin: Pin,
): readonly Online[] {
  return [
    readDocument(timestamp, 'timestamp', pin, 'timestamp'),
    readDocument(snapshot, 'snapshot', pin, 'snapshot'),
  ]
    .filter((read) => read.ok)
    .map(({ value }) => value);
}

function findVersionFault(
  next: NamedSet,
  held: HeldBundle,
): BundleRefusal | undefined {
  const { timestamp, snapshot } = held.roles;
  const after = next.roles;
  const listed = after.snapshot.files;
  return (
    compare(next, held, 'timestamp', timestamp, after.timestamp) ??
    (after.timestamp.version > timestamp.version &&
    after.timestamp.signedAtMs <= timestamp.signedAtMs
      ? { code: 'bundle-freeze' }
      : undefined) ??
    compare(next, held, 'snapshot', snapshot, after.snapshot) ??
    [...snapshot.files]
      .map(([file, before]) =>
        compare(next, held, roleOf(file), before, listed.get(file)),
      )
      .find((fault) => fault !== undefined) ??
    (next.policy.version < held.policy.version
      ? { code: 'bundle-rollback', where: 'policy.version' }
      : undefined)
  );
}

/** One document against the one held: there, not older, and the same under the same version. */
function compare(
  next: NamedSet,
  held: HeldBundle,
  role: string,
  before: { readonly version: number },
  after: { readonly version: number } | undefined,
): BundleRefusal | undefined {
  if (after === undefined) return { code: 'bundle-vanished', where: role };
  if (after.version < before.version) {
    return { code: 'bundle-rollback', where: role };
  }
  const isSameVersion = after.version === before.version;
  return isSameVersion && changesFile(next, held, `${role}.json`)
    ? { code: 'bundle-conflict', where: role }
    : undefined;
}

function roleOf(file: string): string {
  return file.replace(/\.json$/, '');
}

/** Whether both have the file and it is another. One of a role that was withdrawn is nobody's. */
function changesFile(next: NamedSet, held: HeldBundle, name: string): boolean {
  const before = held.files.get(name);
  const after = next.files.get(name);
  return before !== undefined && after !== undefined && !isSame(before, after);
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
