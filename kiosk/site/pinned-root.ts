import { err, type Result } from '#core/result';
import type { KioskConfig } from '#kiosk/config';
import type { BundleReadFault } from '#kiosk/contract';
import type { StartFailure } from '#kiosk/lane';
import {
  readBundleAt,
  readSiteRoot,
  type RootFault,
  type SiteRoot,
} from '#kiosk/trust';

/** The root that kiosk.toml pins; without one nothing starts, for nothing else could be believed. */
export function pinnedRootOf({
  trust,
}: KioskConfig): Result<SiteRoot, StartFailure> {
  const rootFile = readBundleAt(trust.root);
  if (!rootFile.ok) return err(unreadable(trust.root, rootFile.error));
  const read = readSiteRoot(rootFile.value);
  return read.ok ? read : err(failureOf(read.error, trust.root));
}

function unreadable(file: string, fault: BundleReadFault): StartFailure {
  if (fault === 'not-there') return missing(file);
  const message = `${file} cannot be read (${fault}); it has to be a plain file that this account may read`;
  return { code: 'config.root-unreadable', message };
}

function missing(file: string): StartFailure {
  const message = `there is no ${file}; ask whoever runs the region for its root file, put it there and compare its fingerprint with paper`;
  return { code: 'config.root-missing', message };
}

function failureOf(fault: RootFault, file: string): StartFailure {
  switch (fault.kind) {
    case 'not-a-root':
      return {
        code: 'config.not-a-root',
        message: `${file} is no root file; it is the public file that whoever runs the region hands over, no key and no bundle`,
      };
    case 'demo-root':
      return {
        code: 'config.demo-root',
        message: `${file} is a demo root, which is not for a site; ask whoever runs the region for its root file`,
      };
    case 'unfit-root':
      return {
        code: 'config.unfit-root',
        message: `${file} does not answer for itself (${fault.refusal}); ask whoever runs the region for it again`,
      };
  }
}
