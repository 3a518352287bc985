import { rungOf } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import {
  apply,
  trustedTime,
  type BundleRefusal,
  type HeldBundle,
  type HostReading,
  type Pin,
  type TrustedTime,
} from '#core/trust';
import type { BundleInspection } from '#kiosk/contract';
import { readSiteRoot, rootViewOf } from '#kiosk/trust';
import { nowhere } from './nowhere.ts';

/** What a root's file and a bundle turn out to be; both are whatever someone put on a stick. */
export function inspectBundle(
  rootFile: Uint8Array,
  bundle: Uint8Array,
  reading: HostReading,
): BundleInspection {
  const site = readSiteRoot(rootFile);
  if (!site.ok) return { kind: site.error.kind };
  const { pin } = site.value;
  const offered = offerBundle(pin, bundle, trustedTime(reading, {}));
  if (!offered.ok) return { kind: 'refused', refusal: offered.error.code };
  const { content, policy, root } = offered.value;
  const { version, signedAtMs, issuers } = content;
  const rules = { policy, trustVersion: version, trustAsOfMs: signedAtMs };
  return {
    kind: 'good',
    // The one in force: the bundle may lead on from the file that is compared with paper.
    root: rootViewOf(root, rootFile),
    version,
    signedAtMs,
    // As the lane will see it, which believes the clock from the bundle on.
    rung: rungOf(
      { ...rules, checkpoint: nowhere },
      trustedTime(reading, { signedAtMs }),
    ),
    issuers: issuers.map(({ nameZh, nameEn }) => ({ nameZh, nameEn })),
    region: policy.region,
  };
}

/** What a kiosk that knows nothing would hold after a bundle came to its one door; nothing is kept. */
export function offerBundle(
  pin: Pin,
  bundle: Uint8Array,
  now: TrustedTime,
): Result<HeldBundle, BundleRefusal> {
  let taken: HeldBundle | undefined;
  const applied = apply(bundle, now, {
    ...pin,
    current: () => undefined,
    remembered: () => undefined,
    chunk: () => undefined,
    replace: (next) => {
      taken = next;
    },
  });
  if (!applied.ok) return err(applied.error);
  if (taken === undefined) throw new Error('what was taken is held');
  return ok(taken);
}
