import { err, ok, type Result } from '#core/result';
import { readTrustList } from '../read-trust-list.ts';
import {
  encodeBundleFile,
  readBundleFile,
  type BundleFiles,
} from './bundle-file.ts';
import { createFileSource } from './file-source.ts';
import { findForgotten } from './follows-held.ts';
import { findRootGap, followRoots } from './follow-roots.ts';
import type { HeldBundle, Pin, Remembered } from '../trust-store.ts';
import {
  encodeKills,
  kills,
  mostKills,
  noKills,
  uniteKills,
  withoutKilled,
  type Kills,
} from './kills.ts';
import { readCbor, readContent } from './read-content.ts';
import { readRoles } from './read-roles.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** Where the kiosk's own memory of what was killed lies in what it stores; ignored in what it is given. */
const memory = 'held/kills.cbor';

/** What a kiosk knew when a bundle came. */
export interface Before {
  readonly files: BundleFiles;
  readonly rootVersion: number;
  readonly kills: Kills;
}

const nothingBefore: Before = {
  files: new Map(),
  rootVersion: 0,
  kills: noKills,
};

export function knownFrom(
  held: HeldBundle | undefined,
  remembered: Remembered | undefined,
): Before {
  const before = remembered ?? nothingBefore;
  return {
    files: held?.files ?? nothingBefore.files,
    kills: uniteKills(before.kills, held?.kills ?? noKills),
    rootVersion: Math.max(before.rootVersion, held?.root.version ?? 0),
  };
}

/**
 * Everything a set must satisfy whatever the time and whatever was held before: from the pinned root
 * down, every document signed by whom it must be, every file the one signed for, every role within its
 * folder. What the bundle leaves out is taken from the set held.
 */
export function readSet(
  bundle: BundleFiles,
  before: Before,
  pin: Pin,
): Result<HeldBundle, BundleRefusal> {
  // A root that was taken stays; a bundle cannot put another in its place.
  const roots = createFileSource(before.files, bundle);
  const root = followRoots(roots, before.rootVersion, pin);
  if (!root.ok) return root;
  const gap = findRootGap(bundle, root.value);
  if (gap !== undefined) return err(gap);

  const source = createFileSource(bundle, before.files);
  const roles = readRoles(source, root.value, pin);
  if (!roles.ok) return roles;
  const found = readContent(source, root.value, roles.value, pin);
  if (!found.ok) return found;

  const { content } = found.value;
  const dead = uniteKills(before.kills, found.value.kills);
  if (Math.max(dead.kids.length, dead.ranges.length) > mostKills) {
    return err({ code: 'bundle-malformed', where: 'policy/kills.cbor' });
  }
  const files = new Map([...roots.taken(), ...source.taken()]);
  const stored = new Map([...files, [memory, encodeKills(dead)]]);
  const file = encodeBundleFile(stored, pin.sha256);
  if (!file.ok) return err({ code: 'bundle-file', where: file.error });
  return ok(
    toHeldBundle({
      bundle: file.value,
      content,
      root: root.value,
      roles: roles.value,
      files,
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

/** The way back from a stored file after a restart, through the same checks as on the day it came. */
export function readStored(
  stored: Uint8Array,
  pin: Pin,
  remembered?: Remembered,
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
  };
  const read = readSet(files.value, before, pin);
  if (!read.ok) return read;
  const forgotten = findForgotten(read.value, remembered);
  return forgotten === undefined ? read : err(forgotten);
}
