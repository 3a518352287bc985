import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Advice, say } from './say.mjs';
import { root } from './root.mjs';
import { run } from './spawn.mjs';

const wantedMajor = 24;

/**
 * Makes a fresh clone ready and moves the script onto Node 24: installs the dependencies when they
 * are missing or older than the lock file, then runs the same script again under the Node that
 * came with them. Answers undefined when this process may go on, else the exit code of the other.
 * @returns {Promise<number | undefined>}
 */
export async function bootstrap() {
  if (areDependenciesStale()) await installDependencies();
  if (majorOf(process.versions.node) === wantedMajor) return undefined;
  const node = nodeFromDependencies();
  if (node === undefined) {
    throw new Advice(
      `There is no Node ${wantedMajor} package for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.`,
      `install Node ${wantedMajor} yourself and run the command again.`,
    );
  }
  say(
    `Node ${process.versions.node} runs npm; going on under Node ${wantedMajor}.`,
  );
  return run(node, process.argv.slice(1));
}

/** npm writes node_modules/.package-lock.json last, so its age is the age of the installation. */
export function areDependenciesStale(folder = root) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return (
    statSync(installed).mtimeMs <
    statSync(join(folder, 'package-lock.json')).mtimeMs
  );
}

async function installDependencies() {
  const isFirst = !existsSync(join(root, 'node_modules'));
  say(
    `${isFirst ? 'node_modules is missing' : 'node_modules is older than package-lock.json'}: installing the dependencies (a minute or two).`,
  );
  // npm runs on whatever Node there is, and would warn of every package that wants a newer one.
  const exitCode = await runNpm([
    isReplaceable() ? 'ci' : 'install',
    '--loglevel=error',
  ]);
  if (exitCode !== 0) {
    throw new Advice(
      `npm could not install the dependencies (exit code ${exitCode}); its own words stand above.`,
      'check the network and that npm reaches its registry (npm ping), then run the command again.',
    );
  }
}

/** Windows does not let `npm ci` delete the Node that is running; `npm install` leaves it alone. */
function isReplaceable() {
  return (
    process.platform !== 'win32' ||
    !process.execPath.startsWith(join(root, 'node_modules') + sep)
  );
}

/** @param {readonly string[]} args */
function runNpm(args) {
  const { npm_execpath: npmCli, npm_node_execpath: npmNode } = process.env;
  if (npmCli !== undefined && npmNode !== undefined && existsSync(npmNode)) {
    return run(npmNode, [npmCli, ...args]);
  }
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args])
    : run('npm', args);
}

function nodeFromDependencies() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    binary,
  );
  return existsSync(path) ? path : undefined;
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}
