import { rungOf } from '#core/policy';
import type { Result } from '#core/result';
import {
  apply,
  readBundle,
  trustedTime,
  type AppliedBundle,
  type BundleRefusal,
  type HeldBundle,
  type HostReading,
  type Pin,
  type PinnedRoot,
  type TrustedTime,
} from '#core/trust';
import type { BundleInspection } from '#kiosk/contract';
import { sha256, signatures } from '#kiosk/crypto';
import { nowhere } from './nowhere.ts';
import { readRootFile } from './read-root-file.ts';

/** What a root's file and a bundle turn out to be; both are whatever someone put on a stick. */
export function inspectBundle(
  rootFile: string,
  bundle: Uint8Array,
  reading: HostReading,
): BundleInspection {
  const root = readRootFile(rootFile);
  if (root === undefined) return { kind: 'not-a-root' };
  if (isDemoRoot(root.name)) return { kind: 'demo-root' };
  const offered = offerBundle(root, bundle, trustedTime(reading, {}));
  if (!offered.ok) return { kind: 'refused', refusal: offered.error.code };
  const read = readBundle(bundle, pinOf(root));
  if (!read.ok) throw new Error('a bundle that was taken can be read');
  const { content, policy } = read.value;
  const { version, signedAtMs, issuers } = content;
  const rules = { policy, trustVersion: version, trustSignedAtMs: signedAtMs };
  return {
    kind: 'good',
    root: { name: root.name, publicKey: toHex(root.publicKey) },
    fingerprint: fingerprintOf(root),
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

/** Any name that so much as mentions a demo, as kiosk.toml refuses it. */
export function isDemoRoot(name: string): boolean {
  return /demo/i.test(name);
}

/** Whether a bundle would be taken by its one door, where this one is held so far; nothing is kept. */
export function offerBundle(
  root: PinnedRoot,
  bundle: Uint8Array,
  now: TrustedTime,
  held?: HeldBundle,
): Result<AppliedBundle, BundleRefusal> {
  return apply(bundle, now, {
    ...pinOf(root),
    current: () => held,
    replace: () => undefined,
  });
}

export function pinOf(root: PinnedRoot): Pin {
  return { root, profile: 'site', signatures, sha256 };
}

/** The whole SHA-256 of the public key: whoever compares two codes compares two keys. */
function fingerprintOf(root: PinnedRoot): string {
  const groups = toHex(sha256(root.publicKey)).match(/.{4}/g) ?? [];
  return groups.join(' ');
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
