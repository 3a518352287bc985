import { err, ok, type Result } from '#core/result';
import type { StatusList } from '../bundle.ts';
import { readTrustList } from '../read-trust-list.ts';
import { deadWithTheirList } from '../status-succession.ts';
import {
  encodeBundleFile,
  readBundleFile,
  type BundleFiles,
} from './bundle-file.ts';
import { createFileSource } from './file-source.ts';
import { findForgotten } from './follows-held.ts';
import { findRootGap, followRoots, readPinnedRoot } from './follow-roots.ts';
import type {
  HeldBundle,
  Pin,
  Remembered,
  TrustStore,
} from '../trust-store.ts';
import {
  encodeKills,
  kills,
  mostKills,
  noKills,
  uniteKills,
  withoutKilled,
  type Kills,
} from './kills.ts';
import type { RootMetadata } from './metadata.ts';
import { nameOlder } from './name-older.ts';
import { nameStranger, origin } from './name-stranger.ts';
import { readCbor, readContent, type SetContent } from './read-content.ts';
import { readRoles } from './read-roles.ts';
import { readLists, type Chunks } from './status-source.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** Where the kiosk's own memory of what was killed lies in what it stores; ignored in what it is given. */
const memory = 'held/kills.cbor';

/** What a kiosk knew when a bundle came. */
export interface Before {
  readonly files: BundleFiles;
  readonly rootVersion: number;
  readonly kills: Kills;
  readonly statusLists: readonly StatusList[];
  readonly chunks: Chunks;
  /** Whatever the host has under a hash in hex. */
  readonly kept: (sha256: string) => Uint8Array | undefined;
}

const nothingBefore: Omit<Before, 'kept'> = {
  files: new Map(),
  rootVersion: 0,
  kills: noKills,
  statusLists: [],
  chunks: new Map(),
};

export function knownFrom(
  store: Pick<TrustStore, 'current' | 'remembered' | 'chunk'>,
): Before {
  const held = store.current();
  const before = store.remembered() ?? nothingBefore;
  return {
    files: held?.files ?? nothingBefore.files,
    kills: uniteKills(before.kills, held?.kills ?? noKills),
    rootVersion: Math.max(before.rootVersion, held?.root.version ?? 0),
    statusLists: held?.content.statusLists ?? nothingBefore.statusLists,
    chunks: held?.chunks ?? nothingBefore.chunks,
    kept: (sha256) => store.chunk(sha256),
  };
}

/** Everything a set says and is made of but the chunks of its status lists. */
export interface NamedSet
  extends Pick<HeldBundle, 'root' | 'roles' | 'files' | 'policy'>, SetContent {}

/**
 * Everything a set must satisfy whatever the time and whatever was held before: from the pinned root
 * down, every document signed by whom it must be, every file the one signed for, every role within its
 * folder. What the bundle leaves out is taken from the set held.
 */
export function readNamed(
  bundle: BundleFiles,
  before: Before,
  pin: Pin,
): Result<NamedSet, BundleRefusal> {
  const pinned = readPinnedRoot(pin);
  if (!pinned.ok) return pinned;
  const read = readBelow(pinned.value, bundle, before, pin);
  if (read.ok) return read;
  const { files } = before;
  const older = nameOlder(read.error, bundle, files, pin);
  return err(nameStranger(older, bundle, pinned.value, pin));
}

function readBelow(
  pinned: RootMetadata,
  bundle: BundleFiles,
  before: Before,
  pin: Pin,
): Result<NamedSet, BundleRefusal> {
  // A root that was taken stays; a bundle cannot put another in its place.
  const roots = createFileSource(before.files, bundle);
  const root = followRoots(pinned, roots, before.rootVersion, pin);
  if (!root.ok) return root;
  const gap = findRootGap(bundle, root.value);
  if (gap !== undefined) return err(gap);

  const source = createFileSource(bundle, before.files);
  const roles = readRoles(source, root.value, pin);
  if (!roles.ok) return roles;
  const found = readContent(source, root.value, roles.value, pin);
  if (!found.ok) return found;

  return ok({
    ...found.value,
    policy: found.value.content.policy,
    root: root.value,
    roles: roles.value,
    files: cutLoose([...roots.taken(), ...source.taken()]),
  });
}

/** Copies of their own: parts of a bundle file would keep all of it in memory. */
function cutLoose(files: readonly [string, Uint8Array][]): BundleFiles {
  return new Map(files.map(([name, file]) => [name, new Uint8Array(file)]));
}

/** The same with the chunks of its lists, and with all that the kiosk was ever told of who is dead. */
export function completeSet(
  { root, roles, files, kills: toldNow, content: headings }: NamedSet,
  bundle: BundleFiles,
  before: Before,
  pin: Pin,
): Result<HeldBundle, BundleRefusal> {
  const read = readLists(headings.statusLists, {
    bundle,
    held: before.chunks,
    kept: before.kept,
    sha256: pin.sha256,
  });
  if (!read.ok) return read;

  const content = { ...headings, statusLists: read.value.lists };
  const withTheirList = deadWithTheirList(content, before.statusLists);
  const dead = uniteKills(before.kills, {
    kids: toldNow.kids,
    ranges: [...toldNow.ranges, ...withTheirList],
  });
  if (Math.max(dead.kids.length, dead.ranges.length) > mostKills) {
    return err({ code: 'bundle-malformed', where: 'policy/kills.cbor' });
  }
  const stored = new Map([
    ...files,
    [memory, encodeKills(dead)],
    [origin, pin.rootFile],
  ]);
  const file = encodeBundleFile(stored, pin.sha256);
  if (!file.ok) return err({ code: 'bundle-file', where: file.error });
  return ok(
    toHeldBundle({
      bundle: file.value,
      content,
      root,
      roles,
      files,
      chunks: read.value.chunks,
      kills: dead,
    }),
  );
}

/** With the look-ups of a scan, which are made anew where plain values came from another thread. */
export function toHeldBundle(
  plain: Omit<HeldBundle, 'trust' | 'policy'>,
): HeldBundle {
  const { content, kills: dead } = plain;
  const trust = withoutKilled(readTrustList(content), dead);
  return { ...plain, trust, policy: content.policy };
}

/** What is stored beside it, or remembered elsewhere. */
export interface Beside {
  /** Whatever is stored under this hash in hex. */
  readonly chunk: TrustStore['chunk'];
  readonly remembered?: Remembered | undefined;
}

/**
 * The way back from a stored file after a restart, through the same checks as on the day it came. One
 * that was taken under another root is `bundle-root`, or `bundle-demo` where that is of the other profile.
 */
export function readStored(
  stored: Uint8Array,
  pin: Pin,
  { chunk, remembered }: Beside,
): Result<HeldBundle, BundleRefusal> {
  const files = readBundleFile(stored, pin.sha256);
  if (!files.ok) return err({ code: 'bundle-file', where: files.error });
  const dead = files.value.get(memory);
  if (dead === undefined) {
    return err({ code: 'bundle-missing', where: memory });
  }
  const known = readCbor(dead, memory, kills);
  if (!known.ok) return known;
  // However many steps of the root it holds, each was taken once.
  const before = {
    ...nothingBefore,
    rootVersion: Infinity,
    kills: uniteKills(known.value, remembered?.kills ?? noKills),
    kept: chunk,
  };
  const named = readNamed(files.value, before, pin);
  const read = named.ok
    ? completeSet(named.value, files.value, before, pin)
    : named;
  if (!read.ok) return read;
  const forgotten = findForgotten(read.value, remembered, pin);
  return forgotten === undefined ? read : err(forgotten);
}
