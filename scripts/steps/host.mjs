/**
 * Why the kiosk runs in a browser on this machine rather than in Electron's own window; undefined
 * where Electron can be tried. Chromium's sandbox refuses root, and a window needs a display.
 * @param {{ readonly isRoot: boolean, readonly platform: string, readonly env: NodeJS.ProcessEnv }} machine
 * @returns {string | undefined}
 */
export function whyLoopback(machine) {
  if (!hasDisplay(machine)) return 'there is no display';
  if (machine.isRoot)
    return 'you are root, and a browser sandbox does not run as root';
  return undefined;
}

/**
 * @param {{ readonly platform: string, readonly env: NodeJS.ProcessEnv }} machine
 */
export function hasDisplay({ platform, env }) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}
