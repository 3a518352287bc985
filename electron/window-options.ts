import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

/**
 * A window of the lane: a sandboxed page without Node, full screen and without a frame at a real site.
 * Without a place it is where the system puts it.
 */
export function windowOptions(
  profile: 'demo' | 'site',
  preload: string,
  place: Partial<Rectangle> = { width: 1280, height: 720 },
): BrowserWindowConstructorOptions {
  return {
    title: 'Postern 哨卡',
    ...place,
    kiosk: profile === 'site',
    autoHideMenuBar: true,
    backgroundColor: '#0B1F33',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      // Its dictionaries are fetched from a network.
      spellcheck: false,
      // Earcons sound without a click first.
      autoplayPolicy: 'no-user-gesture-required',
      // A lane that nobody touches keeps its timers.
      backgroundThrottling: false,
    },
  };
}
