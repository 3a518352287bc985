import { runLoopback } from './steps/kiosk.mjs';
import { main } from './steps/main.mjs';
import { ensureRenderer } from './steps/renderer-build.mjs';
import { runTool } from './steps/spawn.mjs';

/**
 * The demo, built again at every change: the screens by Vite (reload the page), the service by
 * Node's own watch (it starts again and prints a new address). The page comes from the service, so
 * the rules of loopback hold here too.
 */
await main(async () => {
  await ensureRenderer();
  const ends = [
    runTool('vite', ['build', '--watch', '--logLevel', 'warn']),
    runLoopback(
      ['--watch', 'kiosk/main.ts', '--demo', ...process.argv.slice(2)],
      {
        isDesktop: false,
      },
    ),
  ];
  return Promise.race(ends);
});
