import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportPlace } from '#kiosk/contract';

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

/**
 * The kiosk's own `exports` folder, made at need, and every drive that is plugged in and can be looked
 * at. What is listed is on this machine and chosen by nobody outside.
 */
export function findExportPlaces(
  folder: string,
  roots: PlaceRoots,
): readonly ExportPlace[] {
  const own = join(folder, 'exports');
  unlessGone(() => mkdirSync(own, { recursive: true, mode: 0o700 }));
  const drives = roots.folders
    .flatMap(({ path, depth }) => foldersIn(path, depth))
    .filter((path) => roots.isMounted(path));
  return [
    ...placeAt('data-folder', own, 'data-folder'),
    ...drives.flatMap((path) => placeAt('drive', path, driveId(path))),
  ];
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

function placeAt(
  kind: ExportPlace['kind'],
  path: string,
  id: string,
): readonly ExportPlace[] {
  const room = unlessGone(() => statfsSync(path));
  return room === undefined
    ? []
    : [{ id, path, kind, freeBytes: room.bavail * room.bsize }];
}

/** The same drive has the same id for as long as it is mounted there; a path may be too long for one. */
function driveId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex');
  return `drive-${digest.slice(0, 16)}`;
}

/** A drive may go at any instant, and not every folder may be looked into. */
function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
