import { err, type Result } from '#core/result';
import { readIfThere, type KioskConfig } from '#kiosk/config';
import type { StartFailure } from '#kiosk/lane';
import { readSiteRoot, type RootFault, type SiteRoot } from '#kiosk/trust';

/** The root that kiosk.toml pins; without one nothing starts, for nothing else could be believed. */
export function pinnedRootOf({
  trust,
}: KioskConfig): Result<SiteRoot, StartFailure> {
  const rootFile = readIfThere(trust.root);
  if (rootFile === undefined) return err(missing(trust.root));
  const read = readSiteRoot(rootFile);
  return read.ok ? read : err(failureOf(read.error, trust.root));
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
