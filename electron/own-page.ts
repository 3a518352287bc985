/** The scheme and host under which the window sees the screens; nothing else is ever shown. */
export const startPage = 'app://kiosk/index.html';

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
