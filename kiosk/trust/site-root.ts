import { err, ok, type Result } from '#core/result';
import {
  readPinnedRoot,
  type BundleRefusalCode,
  type Pin,
  type RootMetadata,
} from '#core/trust';
import { sha256, signatures } from '#kiosk/crypto';
import { metadata } from '#kiosk/tuf';

/** A root that a site may be pinned to. */
export interface SiteRoot {
  readonly pin: Pin;
  readonly root: RootMetadata;
}

/** Why a site is not pinned to a file. */
export type RootFault =
  /** Not the metadata of a root at all. */
  | { readonly kind: 'not-a-root' }
  | { readonly kind: 'demo-root' }
  /** Such metadata, but it does not even answer for itself. */
  | { readonly kind: 'unfit-root'; readonly refusal: BundleRefusalCode };

/**
 * Reads the root file of a site, whoever brought it. That it is sound says nothing of whose it is: a
 * person compares its fingerprint with paper.
 */
export function readSiteRoot(
  rootFile: Uint8Array,
): Result<SiteRoot, RootFault> {
  const pin: Pin = { rootFile, profile: 'site', metadata, signatures, sha256 };
  const read = readPinnedRoot(pin);
  if (!read.ok) return err(faultOf(read.error.code));
  if (mentionsDemo(read.value.name)) return err({ kind: 'demo-root' });
  return ok({ pin, root: read.value });
}

function faultOf(refusal: BundleRefusalCode): RootFault {
  if (refusal === 'bundle-not-metadata' || refusal === 'bundle-malformed')
    return { kind: 'not-a-root' };
  if (refusal === 'bundle-demo') return { kind: 'demo-root' };
  return { kind: 'unfit-root', refusal };
}

/** Stricter than core, which goes by the prefix: nobody is to mistake a name. */
function mentionsDemo(name: string): boolean {
  return /demo/i.test(name);
}
