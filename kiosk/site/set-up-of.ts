import { join } from 'node:path';
import { readIfThere } from '#kiosk/config';
import { sha256 } from '#kiosk/crypto';
import type { SetUp } from '#kiosk/lane';
import type { ConfiguredSite } from './configured-lane.ts';

/** What the log is to know of the files a lane starts on. */
export function setUpOf({
  folder,
  config: { sealing, trust, staff },
  rootFile,
  by,
}: Pick<ConfiguredSite, 'folder' | 'config' | 'rootFile' | 'by'>): SetUp {
  const bundle = trust.bundle && readIfThere(trust.bundle);
  return {
    by,
    configHash: hashOf(join(folder, 'kiosk.toml')),
    siteKeyHash: hashOf(sealing.site_key),
    rootHash: sha256(rootFile),
    ...(bundle && { bundleHash: sha256(bundle) }),
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
