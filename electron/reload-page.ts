import type { BrowserWindow } from 'electron';
import { restartDelayMs } from './service-keeper.ts';

/** Loads a window's page again whenever its process ends, later with every fall. */
export function reloadWhenGone(
  window: BrowserWindow,
  tell: (message: string) => void,
): void {
  let falls = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    tell(`the page ended (${reason})`);
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, restartDelayMs(falls));
    falls += 1;
  });
}
