import type { StatusList } from './bundle.ts';
import type { BundleRefusal } from './bundle-refusal.ts';

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
