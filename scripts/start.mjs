import { constants } from 'node:os';
import { isRoot } from './steps/debian.mjs';
import { bundleShell } from './steps/bundle.mjs';
import { ensureElectron } from './steps/electron-binary.mjs';
import { hasDisplay, whyLoopback } from './steps/host.mjs';
import { runLoopback } from './steps/kiosk.mjs';
import { main } from './steps/main.mjs';
import { ensureRenderer } from './steps/renderer-build.mjs';
import { say } from './steps/say.mjs';
import { run } from './steps/spawn.mjs';

const { platform, env } = process;
const args = ['--demo', ...process.argv.slice(2)];

/** Opens the kiosk in the demo profile; further arguments go to the service. */
await main(async () => {
  await ensureRenderer();
  const reason = whyLoopback({ isRoot: isRoot(), platform, env });
  if (reason !== undefined) say(`The kiosk runs in a browser: ${reason}.`);
  const electron = reason === undefined ? await ensureElectron() : undefined;
  if (electron !== undefined) {
    const exitCode = await run(electron, [await bundleShell(), ...args]);
    if (exitCode === 0 || wasStopped(exitCode)) return exitCode;
    say(`Electron ended with exit code ${exitCode}: going on in a browser.`);
  }
  return runLoopback(['kiosk/main.ts', ...args], {
    isDesktop: hasDisplay({ platform, env }),
  });
});

/**
 * By Ctrl+C or by whoever runs us: then nothing else is tried.
 * @param {number} exitCode
 */
function wasStopped(exitCode) {
  return (
    exitCode === 128 + constants.signals.SIGINT ||
    exitCode === 128 + constants.signals.SIGTERM
  );
}
