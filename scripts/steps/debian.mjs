import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './say.mjs';
import { run } from './spawn.mjs';

/**
 * Where a command is, looking along PATH as a shell does.
 * @param {string} command
 * @returns {string | undefined}
 */
export function findOnPath(command) {
  const names =
    process.platform === 'win32'
      ? [`${command}.exe`, `${command}.cmd`]
      : [command];
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Whether packages may be installed without asking: only as root, or in CI, and only with apt. */
export function mayInstallPackages() {
  if (process.platform !== 'linux' || findOnPath('apt-get') === undefined)
    return false;
  return isRoot() || (isCi() && findOnPath('sudo') !== undefined);
}

/** Debian itself: Ubuntu's `chromium` is only a door to snap. */
export function isDebian() {
  return (
    existsSync('/etc/os-release') &&
    /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

export function isRoot() {
  return process.getuid?.() === 0;
}

export function isCi() {
  const { CI: ci } = process.env;
  return ci !== undefined && ci !== '' && ci !== 'false';
}

/**
 * Installs one Debian package; the list of packages is fetched only where the first try fails.
 * Answers whether it is installed now.
 * @param {string} name
 */
export async function installPackage(name) {
  say(`${name} is missing: installing it with apt-get.`);
  const install = ['install', '-y', '--no-install-recommends', name];
  if ((await aptGet(install)) === 0) return true;
  say('apt-get could not; fetching the list of packages and trying once more.');
  if ((await aptGet(['update'])) !== 0) return false;
  return (await aptGet(install)) === 0;
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return isRoot()
    ? run('apt-get', args, env)
    : run(
        'sudo',
        ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args],
        env,
      );
}
