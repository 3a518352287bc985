import { createHash } from 'node:crypto';
import { lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { BundlePlace } from '#kiosk/contract';
import {
  findDrives,
  ownFolder,
  unlessGone,
  type PlaceRoots,
} from '#kiosk/drives';

/** As many as anyone can choose from, and as many as are looked through for them in one folder. */
const mostListed = 100;
const mostNames = 10_000;

/**
 * Every file that may be a bundle by its name: in the kiosk's own `bundles` folder, made at need, in the
 * root folder of each drive and in its `HPBUNDLE`, the newest first. Only plain files, and none of them has
 * been opened.
 */
export function findBundles(
  folder: string,
  roots: PlaceRoots,
): readonly BundlePlace[] {
  const own = ownFolder(folder, 'bundles');
  const drives = findDrives(roots).flatMap(({ path }) => [
    path,
    join(path, 'HPBUNDLE'),
  ]);
  return [
    ...bundlesIn(own, 'data-folder'),
    ...drives.flatMap((path) => bundlesIn(path, 'drive')),
  ]
    .toSorted((a, b) => b.modifiedMs - a.modifiedMs)
    .slice(0, mostListed);
}

function bundlesIn(
  path: string,
  kind: BundlePlace['kind'],
): readonly BundlePlace[] {
  return namesIn(path)
    .filter((name) => /\.hpb$/i.test(name))
    .flatMap((name) => placeAt(join(path, name), kind));
}

/** A folder that is a link leads elsewhere and has none. */
function namesIn(path: string): readonly string[] {
  if (unlessGone(() => lstatSync(path))?.isDirectory() !== true) return [];
  return unlessGone(() => firstNames(path))?.toSorted() ?? [];
}

function firstNames(path: string): string[] {
  const folder = opendirSync(path);
  const names: string[] = [];
  try {
    let entry = folder.readSync();
    while (entry !== null && names.length < mostNames) {
      names.push(entry.name);
      entry = folder.readSync();
    }
  } finally {
    folder.closeSync();
  }
  return names;
}

function placeAt(
  path: string,
  kind: BundlePlace['kind'],
): readonly BundlePlace[] {
  const seen = unlessGone(() => lstatSync(path));
  if (seen?.isFile() !== true) return [];
  const modifiedMs = Math.floor(seen.mtimeMs);
  return [{ id: placeId(path), path, kind, bytes: seen.size, modifiedMs }];
}

/** The same file has the same id for as long as it is there; a path may be too long for one. */
function placeId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex');
  return `bundle-${digest.slice(0, 16)}`;
}
