import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openInBrowser } from './desktop.mjs';
import { nodeFlags } from './node-flags.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';
import { endOf } from './spawn.mjs';

/**
 * Runs the kiosk's service on loopback until it ends, prints its address and, on a desktop, opens
 * it. Answers the exit code.
 * @param {readonly string[]} nodeArgs
 * @param {{ readonly isDesktop: boolean }} machine
 */
export async function runLoopback(nodeArgs, { isDesktop }) {
  const child = spawn(process.execPath, [...nodeFlags, ...nodeArgs], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = addressIn(line);
    if (url === undefined) console.log(line);
    else tell(url, isDesktop);
  });
  return endOf(child);
}

/**
 * The service says `ready ADDRESS` once it serves.
 * @param {string} line
 */
export function addressIn(line) {
  return /^ready (http:\/\/127\.0\.0\.1:\d+\/\S*)$/.exec(line)?.[1];
}

/**
 * @param {string} url
 * @param {boolean} isDesktop
 */
function tell(url, isDesktop) {
  say(`The kiosk is ready at\n\n  ${url}\n\n  Ctrl+C stops it.`);
  if (isDesktop) openInBrowser(url);
}
