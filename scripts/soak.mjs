import { main } from './steps/main.mjs';
import { runTool } from './steps/spawn.mjs';

/** The long run: the service is killed many more times than `npm test` has time for. */
await main(() =>
  runTool('vitest', ['run', 'tests/kiosk/durability'], {
    POSTERN_KILLS: '1000',
    ...process.env,
  }),
);
