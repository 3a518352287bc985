import { statfsSync } from 'node:fs';
import type { ExportPlace } from '#kiosk/contract';
import {
  findDrives,
  ownFolder,
  unlessGone,
  type PlaceRoots,
} from '#kiosk/drives';

/**
 * The kiosk's own `exports` folder, made at need, and every drive that is plugged in and can be looked
 * at. What is listed is on this machine and chosen by nobody outside.
 */
export function findExportPlaces(
  folder: string,
  roots: PlaceRoots,
): readonly ExportPlace[] {
  return [
    ...placeAt('data-folder', ownFolder(folder, 'exports'), 'data-folder'),
    ...findDrives(roots).flatMap(({ path, id }) => placeAt('drive', path, id)),
  ];
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
