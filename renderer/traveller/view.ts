/** Which screen a page is: the guard's, or the one that faces the traveller. */
export type View = 'guard' | 'traveller';

const fragment = 'view=traveller';

/** What the address asks for, with or without a token beside it. */
export function viewOf(hash: string): View {
  return new URLSearchParams(hash.slice(1)).get('view') === 'traveller'
    ? 'traveller'
    : 'guard';
}

/** The parts of a page that open another one. */
export interface WindowOpener {
  readonly location: Pick<Location, 'pathname' | 'search'>;
  open(address: string, target: string, features: string): object | null;
}

/**
 * Opens the traveller's window from the guard's page; false where the browser does not let it. The
 * token is not in the new address: a window is given a copy of its opener's session storage, where
 * the token is, and never passes it on to the address or the history.
 */
export function openTravellerWindow(page: WindowOpener): boolean {
  const { pathname, search } = page.location;
  const address = `${pathname}${search}#${fragment}`;
  return page.open(address, '_blank', 'popup') !== null;
}
