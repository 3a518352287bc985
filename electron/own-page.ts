/** The scheme and host under which the windows see the screens; nothing else is ever shown. */
export const startPage = 'app://kiosk/index.html';

/** Whom a window faces. */
export type View = 'guard' | 'traveller';

/** What the window of a view loads; the page reads the view from the fragment. */
export function pageOf(view: View): string {
  return view === 'guard' ? startPage : `${startPage}#view=${view}`;
}

/**
 * Whether an address is one of our own files. The address may come from a page: it is parsed, never
 * compared by its beginning.
 */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'app:' && url.host === 'kiosk' && url.username === ''
  );
}
