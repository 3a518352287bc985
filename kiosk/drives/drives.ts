import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unlessGone } from './unless-gone.ts';

/** Where drives turn up on this system. */
export interface PlaceRoots {
  /** How far below each folder the mount points are; 0 is the folder itself. */
  readonly folders: readonly {
    readonly path: string;
    readonly depth: 0 | 1 | 2;
  }[];
  /** Whether a drive is mounted there: a folder left behind by one that is gone lies on our own disk. */
  isMounted(path: string): boolean;
}

export interface Drive {
  /** The same drive has the same one for as long as it is mounted there; a path may be too long for one. */
  readonly id: string;
  readonly path: string;
}

/** Every drive that is plugged in; nobody outside this machine chooses its path. */
export function findDrives(roots: PlaceRoots): readonly Drive[] {
  return roots.folders
    .flatMap(({ path, depth }) => foldersIn(path, depth))
    .filter((path) => roots.isMounted(path))
    .map((path) => ({ id: driveId(path), path }));
}

/**
 * Linux: where desktops and udisks mount, and /mnt. Windows has no folder of drives: every letter but
 * the first three that is there counts as one, a card reader without a card does not.
 */
export function systemRoots(): PlaceRoots {
  if (process.platform === 'win32')
    return {
      folders: 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => ({
        path: `${letter}:\\`,
        depth: 0,
      })),
      isMounted: () => true,
    };
  return {
    folders: [
      { path: '/media', depth: 2 },
      { path: '/run/media', depth: 2 },
      { path: '/mnt', depth: 1 },
    ],
    isMounted: (path) => deviceOf(path) !== deviceOf(dirname(path)),
  };
}

function foldersIn(path: string, depth: 0 | 1 | 2): readonly string[] {
  if (depth === 0) return deviceOf(path) === undefined ? [] : [path];
  return childrenOf(path).flatMap((child) =>
    foldersIn(child, depth === 2 ? 1 : 0),
  );
}

/** Folders only: a link could lead anywhere. */
function childrenOf(path: string): readonly string[] {
  return (
    unlessGone(() => readdirSync(path, { withFileTypes: true }))
      ?.filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name))
      .toSorted() ?? []
  );
}

function deviceOf(path: string): number | undefined {
  return unlessGone(() => statSync(path))?.dev;
}

function driveId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex');
  return `drive-${digest.slice(0, 16)}`;
}
