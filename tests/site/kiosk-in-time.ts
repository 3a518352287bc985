import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { HostClock } from '#core/trust';
import { systemClock } from '#kiosk/clock';
import { serveLoopback } from '#kiosk/loopback';
import { startSite } from '#kiosk/site';

/**
 * A site's kiosk whose host runs ahead of this machine by as many milliseconds as the file `ahead-ms`
 * in its data folder says, both clocks alike: what a host is like that has run on, or stood, for days.
 */
const { values } = parseArgs({
  options: {
    site: { type: 'boolean' },
    data: { type: 'string', default: '' },
    renderer: { type: 'string', default: '' },
  },
});

const started = startSite(values.data, console.error, ahead(values.data));
if (!started.ok) throw new Error(started.error.message);
const lane = started.value;
const loopback = await serveLoopback(lane.service, values.renderer, 0);
process.once('SIGTERM', () => {
  void loopback
    .close()
    .then(() => lane.stop())
    .then(() => process.exit(0));
});
console.log(`pid ${process.pid}`);
console.log(`ready ${loopback.url}`);

function ahead(folder: string): HostClock {
  const clock = systemClock();
  return {
    read: () => {
      const { wallMs, monoMs, bootId } = clock.read();
      const byMs = Number(readFileSync(join(folder, 'ahead-ms'), 'utf8'));
      return { wallMs: wallMs + byMs, monoMs: monoMs + byMs, bootId };
    },
  };
}
