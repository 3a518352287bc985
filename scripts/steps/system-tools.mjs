import { findOnPath, installPackage, mayInstallPackages } from './debian.mjs';
import { Advice, say } from './say.mjs';

/**
 * What the tests need of the system. Serial tests run on pairs of pseudo-terminals that socat makes;
 * the test that watches the disk needs strace and is skipped, with that reason, without it; who changes
 * the log behind the kiosk's back uses the sqlite shell, or our own driver where there is none.
 */
export async function ensureSystemTools() {
  if (process.platform === 'win32') {
    say(
      'Windows has no pseudo-terminals: the tests that need them are skipped and listed at the end.',
    );
    return;
  }
  if (!(await isThere('socat'))) {
    throw new Advice(
      'The serial tests need socat, and it is not installed.',
      process.platform === 'darwin'
        ? 'brew install socat'
        : 'sudo apt-get install socat',
    );
  }
  if (process.platform === 'linux') {
    await isThere('strace');
    await isThere('sqlite3');
  }
}

/**
 * Fetches a tool where it is missing and that is allowed.
 * @param {string} name of the command and of its package
 */
async function isThere(name) {
  if (findOnPath(name) !== undefined) return true;
  return mayInstallPackages() && (await installPackage(name));
}
