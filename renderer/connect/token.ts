const storageKey = 'postern.token';

/** The parts of a page that hold the token of this start. */
export interface TokenPlaces {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Reads the token once from the address, takes it out of the address, and keeps it for reloads of
 * this tab. Undefined where the page was opened without one.
 */
export function takeToken(page: TokenPlaces): string | undefined {
  const given = new URLSearchParams(page.location.hash.slice(1)).get('token');
  if (given === null) {
    return page.sessionStorage.getItem(storageKey) ?? undefined;
  }
  page.sessionStorage.setItem(storageKey, given);
  const { pathname, search } = page.location;
  page.history.replaceState(null, '', `${pathname}${search}`);
  return given;
}
