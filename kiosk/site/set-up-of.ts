import { join } from 'node:path';
import { readIfThere } from '#kiosk/config';
import { sha256 } from '#kiosk/crypto';
import type { SetUp } from '#kiosk/lane';
import type { ConfiguredSite } from './configured-lane.ts';

/** What the log is to know of the files a lane starts on. */
export function setUpOf({
  folder,
  config: { sealing, staff },
  rootFile,
  bundle,
  by,
}: Pick<ConfiguredSite, 'folder' | 'config' | 'rootFile' | 'by'> & {
  /** What the bundle's file held, where the config names one that could be read. */
  readonly bundle?: Uint8Array;
}): SetUp {
  return {
    by,
    configHash: hashOf(join(folder, 'kiosk.toml')),
    siteKeyHash: hashOf(sealing.site_key),
    rootHash: sha256(rootFile),
    ...(bundle !== undefined && { bundleHash: sha256(bundle) }),
    staff: staff.map(({ name, role, pin_hash, badge }) => ({
      name,
      role,
      ...(badge !== undefined && { badge }),
      ...(pin_hash !== undefined && { pinHash: pin_hash }),
    })),
  };
}

function hashOf(file: string): Uint8Array {
  const bytes = readIfThere(file);
  if (bytes === undefined) throw new Error(`${file} was read a moment ago`);
  return sha256(bytes);
}
