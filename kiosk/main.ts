import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '#kiosk/config';
import { presentationOf, startDemo } from '#kiosk/demo';
import { serveLoopback } from '#kiosk/loopback';
import { startSite } from '#kiosk/site';

/**
 * The loopback host: `node kiosk/main.ts --demo|--site [--data FOLDER] [--port N] [--renderer FOLDER]`.
 * `--policy live` has the demo's policy ask for live codes. Says `ready URL` once a page can be
 * opened; ends in order on SIGTERM and SIGINT.
 */
const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    site: { type: 'boolean', default: false },
    data: { type: 'string' },
    policy: { type: 'string' },
    port: { type: 'string', default: '0' },
    renderer: {
      type: 'string',
      default: join(import.meta.dirname, '..', 'dist', 'renderer'),
    },
  },
});

if (values.demo === values.site) fail('say --demo or --site');
const presentation = presentationOf(values.policy);
if (presentation === undefined) fail('--policy: say any or live');
if (values.site && values.policy !== undefined)
  fail('--policy is for the demo: a site takes the policy of its bundle');
const profile = values.demo ? 'demo' : 'site';
const folder = dataFolder(profile, values.data);
const started = await (values.demo
  ? startDemo(folder, tell, { presentation, print: console.log })
  : startSite(folder, tell));
if (!started.ok) fail(`${started.error.code}: ${started.error.message}`);

const kiosk = started.value;
const loopback = await serveLoopback(
  kiosk.service,
  values.renderer,
  Number(values.port),
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void loopback
      .close()
      .then(() => kiosk.stop())
      .then(() => process.exit(0));
  });
}
console.log(`pid ${process.pid}`);
console.log(`ready ${loopback.url}`);

function tell(message: string): void {
  console.error(`postern: ${message}`);
}

function fail(message: string): never {
  tell(message);
  process.exit(2);
}
