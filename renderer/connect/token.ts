const storageKey = 'postern.token';

/** The parts of a page that hold the token of this start. */
export interface TokenPlaces {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Reads the token once from the address, takes it out of the address, and keeps it for reloads of
 * this tab and for windows it opens. Whatever else the fragment says stays. Undefined where the
 * page was opened without one.
 */
export function takeToken(page: TokenPlaces): string | undefined {
  const fragment = new URLSearchParams(page.location.hash.slice(1));
  const given = fragment.get('token');
  if (given === null) {
    return page.sessionStorage.getItem(storageKey) ?? undefined;
  }
  page.sessionStorage.setItem(storageKey, given);
  fragment.delete('token');
  const rest = fragment.size === 0 ? '' : `#${fragment.toString()}`;
  const { pathname, search } = page.location;
  page.history.replaceState(null, '', `${pathname}${search}${rest}`);
  return given;
}
