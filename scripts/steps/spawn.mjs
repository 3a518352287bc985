import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { root } from './root.mjs';

/**
 * Runs a program to its end and answers its exit code; it shares our terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  return endOf(child);
}

/**
 * Runs a JavaScript or TypeScript file under this very Node.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNode(args, env) {
  return run(process.execPath, [...nodeFlags, ...args], env);
}

/**
 * Runs the command-line tool of an installed package under this very Node, without a shell and
 * without `.bin`, so that it is the same on every platform.
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runTool(packageName, args, env) {
  return runNode([toolPath(packageName), ...args], env);
}

/**
 * The file behind a package's command.
 * @param {string} packageName
 */
function toolPath(packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return join(folder, file);
}

/**
 * Waits for a child to end and answers its exit code, as a shell would tell it; 127 where the program
 * is not there. Until then we stay, and what would end us ends the child.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export async function endOf(child) {
  const onTerminate = () => {
    child.kill('SIGTERM');
  };
  const onInterrupt = () => {
    // A terminal's Ctrl+C reaches the child by itself.
    if (!process.stdin.isTTY) child.kill('SIGTERM');
  };
  process.on('SIGTERM', onTerminate).on('SIGINT', onInterrupt);
  try {
    return await exitCodeOf(child);
  } finally {
    process.off('SIGTERM', onTerminate).off('SIGINT', onInterrupt);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve(127);
      else reject(error);
    });
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
