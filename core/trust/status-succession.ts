import type { BundleContent, StatusList } from './bundle.ts';
import type { BundleRefusal } from './bundle-refusal.ts';
import { byteAt } from './status-chunks.ts';
import type { KilledRange } from './tuf/kills.ts';

type Listing = Pick<BundleContent, 'statusLists' | 'keys'>;

/**
 * Whether a list goes back in time, which it may where wrong times are taken back, or forgets whom it
 * revoked. A chunk that both name is the same piece
 * of memory and costs nothing to compare.
 */
export function findStatusFault(
  next: Listing,
  held: readonly StatusList[],
  mayGoBack: boolean,
): BundleRefusal | undefined {
  for (const old of held) {
    const at = next.statusLists.findIndex((list) => isSameList(list, old));
    const list = next.statusLists[at];
    if (list === undefined) {
      if (!hasRevoked(old) || isWithdrawn(old.issuer, next)) continue;
      return { code: 'bundle-unrevokes', where: 'statusLists' };
    }
    const where = `statusLists.${at}`;
    if (!mayGoBack && list.asOfMs < old.asOfMs) {
      return { code: 'bundle-rollback', where: `${where}.asOfMs` };
    }
    if (forgetsRevocation(list, old)) {
      return { code: 'bundle-unrevokes', where };
    }
  }
  return undefined;
}

/**
 * What takes the place of the lists that a withdrawn issuer no longer publishes: all that was on them is
 * dead, whichever of its keys may come back.
 */
export function deadWithTheirList(
  next: Listing,
  held: readonly StatusList[],
): readonly KilledRange[] {
  return held
    .filter(
      (old) =>
        isWithdrawn(old.issuer, next) &&
        !next.statusLists.some((list) => isSameList(list, old)) &&
        hasRevoked(old),
    )
    .map(({ issuer, list, entries }) => ({
      issuer,
      list,
      from: 0,
      until: entries,
    }));
}

/** An issuer that has no key at all signs nothing that a list could be asked about. */
function isWithdrawn(issuer: string, { keys }: Listing): boolean {
  return !keys.some((key) => key.issuer === issuer);
}

function isSameList(a: StatusList, b: StatusList): boolean {
  return a.issuer === b.issuer && a.list === b.list;
}

function hasRevoked({ chunks }: StatusList): boolean {
  return chunks.some((chunk) => forgetsRevocationIn(nothing, chunk));
}

function forgetsRevocation(next: StatusList, held: StatusList): boolean {
  return held.chunks.some((chunk, at) =>
    forgetsRevocationIn(next.chunks[at] ?? nothing, chunk),
  );
}

const nothing = new Uint8Array();

function forgetsRevocationIn(next: Uint8Array, held: Uint8Array): boolean {
  if (next === held) return false;
  // Up to 64 MiB are walked: no function is called for each byte.
  for (let at = 0; at < held.length; at += 1) {
    const stillRevoked = revokedIn(byteAt(next, at));
    if ((revokedIn(byteAt(held, at)) & ~stillRevoked) !== 0) return true;
  }
  return false;
}

/** The upper bit of each of the four entries that is exactly 2, revoked. */
function revokedIn(byte: number): number {
  return byte & 0xaa & ~((byte & 0x55) << 1);
}
