import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { say } from './say.mjs';
import { endOf, runNode } from './spawn.mjs';

const folder = join(root, 'node_modules', 'electron');
const patienceMs = 3000;
const ctrlC = String.fromCharCode(3);

/**
 * Electron's program, fetched where it is missing. Undefined, with the reason said, where its host
 * is out of reach or the download fails or is skipped: the kiosk then runs in a browser.
 * @returns {Promise<string | undefined>}
 */
export async function ensureElectron() {
  const installed = findElectron();
  if (installed !== undefined) return installed;
  const host = downloadHost();
  if (!(await doesAnswer(host))) {
    say(
      `${new URL(host).host}, which holds Electron's program, does not answer within 3 s: going on in a browser.`,
    );
    return undefined;
  }
  say(
    "Downloading Electron's program once (about 120 MB). Press s or Ctrl+C to go on in a browser instead.",
  );
  const end = await download();
  if (end !== 'done') {
    say(
      end === 'skipped'
        ? 'Skipped: going on in a browser.'
        : 'The download failed, for the reason above: going on in a browser.',
    );
    return undefined;
  }
  // Electron's own installer takes the file from the cache, checks its hash and unpacks it.
  await runNode([join(folder, 'install.js')]);
  return findElectron();
}

/**
 * Electron's program where it is already there; nothing is fetched.
 * @returns {string | undefined}
 */
export function findElectron() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/** The mirror that Electron's own installer would use. */
function downloadHost() {
  const { npm_config_electron_mirror: configured, ELECTRON_MIRROR: mirror } =
    process.env;
  return (
    configured ??
    mirror ??
    'https://github.com/electron/electron/releases/download/'
  );
}

/**
 * Any answer counts, a refusal too: only the host is asked for.
 * @param {string} url
 */
async function doesAnswer(url) {
  try {
    await fetch(url, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patienceMs),
    });
    return true;
  } catch (error) {
    // fetch rejects with TypeError where the network fails, and with TimeoutError from the signal.
    if (error instanceof TypeError || isTimeout(error)) return false;
    throw error;
  }
}

/** @param {unknown} error */
function isTimeout(error) {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** @returns {Promise<'done' | 'skipped' | 'failed'>} */
async function download() {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'electron-download.mjs')],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A process group of its own: Ctrl+C in the terminal reaches us, and we end it.
      detached: process.platform !== 'win32',
    },
  );
  let isSkipped = false;
  const skip = () => {
    isSkipped = true;
    child.kill();
  };
  const stopListening = onSkipKey(skip);
  const exitCode = await endOf(child);
  stopListening();
  if (isSkipped) return 'skipped';
  return exitCode === 0 ? 'done' : 'failed';
}

/**
 * Listens for s and Ctrl+C; answers how to stop.
 * @param {() => void} skip
 */
function onSkipKey(skip) {
  const { stdin } = process;
  /** @param {Buffer} keys */
  const onKeys = (keys) => {
    if (['s', 'S', ctrlC].includes(keys.toString())) skip();
  };
  process.on('SIGINT', skip);
  if (stdin.isTTY) {
    stdin.setRawMode(true);
    stdin.on('data', onKeys).resume();
  }
  return () => {
    process.off('SIGINT', skip);
    if (!stdin.isTTY) return;
    stdin.off('data', onKeys).pause();
    stdin.setRawMode(false);
  };
}
