import { bundleShell } from './steps/bundle.mjs';
import { main } from './steps/main.mjs';
import { runTool } from './steps/spawn.mjs';

/** What is packed: the screens into dist/renderer, the service and the shell into dist/app. */
await main(async () => {
  const exitCode = await runTool('vite', ['build']);
  if (exitCode === 0) await bundleShell();
  return exitCode;
});
