import type { BundleContent, BundleRefusal, StatusList } from './bundle.ts';
import type { TrustedTime } from './time.ts';

/** How far ahead of our own clock a publisher's may be. */
export const publisherAheadMs: number = 300_000;

/** Why a bundle may not follow the one held: versions never go down, nothing revoked comes back. */
export function findSuccessionFault(
  next: BundleContent,
  held: BundleContent | undefined,
  now: TrustedTime,
): BundleRefusal | undefined {
  if (next.signedAtMs > now.upperMs + publisherAheadMs) {
    return { code: 'bundle-from-future' };
  }
  if (held === undefined) return undefined;
  if (next.version < held.version) {
    return { code: 'bundle-rollback', where: 'version' };
  }
  if (next.version === held.version) return { code: 'bundle-conflict' };
  if (next.signedAtMs < held.signedAtMs) {
    return { code: 'bundle-rollback', where: 'signedAtMs' };
  }
  if (next.policy.version < held.policy.version) {
    return { code: 'bundle-rollback', where: 'policy.version' };
  }
  return findStatusFault(next.statusLists, held.statusLists);
}

/** Whether a list goes back in time, or forgets whom it revoked. */
export function findStatusFault(
  next: readonly StatusList[],
  held: readonly StatusList[],
): BundleRefusal | undefined {
  for (const old of held) {
    const at = next.findIndex(
      (list) => list.issuer === old.issuer && list.list === old.list,
    );
    const list = next[at];
    if (list !== undefined && list.asOfMs < old.asOfMs) {
      return { code: 'bundle-rollback', where: `statusLists.${at}.asOfMs` };
    }
    if (forgetsRevocation(list?.bits, old.bits)) {
      const where = list === undefined ? 'statusLists' : `statusLists.${at}`;
      return { code: 'bundle-unrevokes', where };
    }
  }
  return undefined;
}

function forgetsRevocation(
  next: Uint8Array | undefined,
  held: Uint8Array,
): boolean {
  return held.some((byte, index) => {
    const stillRevoked = revokedIn(next?.[index] ?? 0);
    return (revokedIn(byte) & ~stillRevoked) !== 0;
  });
}

/** The upper bit of each of the four entries that is exactly 2, revoked. */
function revokedIn(byte: number): number {
  return byte & 0xaa & ~((byte & 0x55) << 1);
}
