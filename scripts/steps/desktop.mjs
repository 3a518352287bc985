import { spawn } from 'node:child_process';

/**
 * Opens an address in the desktop's browser. The address is printed anyway, so a desktop without
 * one is no failure.
 * @param {string} url
 */
export function openInBrowser(url) {
  const [program, ...args] = openerOf(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {
    console.log(
      '  (No browser could be opened from here: open the address yourself.)',
    );
  });
  child.unref();
}

/**
 * @param {string} platform
 * @param {string} url
 * @returns {[string, ...string[]]}
 */
function openerOf(platform, url) {
  if (platform === 'win32')
    return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}
