import type { Pass, PlaceClaims } from '#core/pass';
import type { ScopeFinding } from './checked-pass.ts';
import type { PlaceScopeFinding } from './checked-place-code.ts';
import type { IssuerKey } from './trust-list.ts';

/** Where a pass leaves what its key may sign; nothing is allowed that the key does not name. */
export function findScope(
  pass: Pick<Pass, 'form' | 'issuedAt'>,
  key: IssuerKey,
): readonly ScopeFinding[] {
  const found: ScopeFinding[] = [];
  if (!key.kinds.includes('pass')) found.push('kind');
  if (!key.forms.includes(pass.form)) found.push('form');
  if (!isInWindow(pass.issuedAt, key)) found.push('key-window');
  return found;
}

/** The same of a place code; one that names no area is in none that the key may sign for. */
export function findPlaceScope(
  { issuedAt, place }: Pick<PlaceClaims, 'issuedAt' | 'place'>,
  key: IssuerKey,
): readonly PlaceScopeFinding[] {
  const found: PlaceScopeFinding[] = [];
  if (!key.kinds.includes('site')) found.push('kind');
  if (!isInWindow(issuedAt, key)) found.push('key-window');
  const area = place.area === undefined ? '' : String(place.area);
  const isInArea = key.areas.some((digits) => area.startsWith(digits));
  if (!isInArea) found.push('area');
  return found;
}

/** From inclusive, until exclusive; all in seconds since 1970 UTC. */
function isInWindow(issuedAt: number, key: IssuerKey): boolean {
  return key.from <= issuedAt && issuedAt < key.until;
}
