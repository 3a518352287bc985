import type { WebContents } from 'electron';
import { startPage } from './own-page.ts';

/** A page may load itself again, and go nowhere else. */
export function mayNavigate(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  url.hash = '';
  return url.href === startPage;
}

/** Keeps a page, any page that may ever be made, where it is: no other address, window or view. */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
