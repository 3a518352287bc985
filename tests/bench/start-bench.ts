import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startKioskProcess } from '../site/kiosk-process.ts';
import { makeSite } from '../site/make-site.ts';
import { summary, type Row } from './measure.ts';

/** From starting the process to a page that can be opened, and what it then holds in memory. */
export async function benchStart(): Promise<readonly Row[]> {
  const site = await makeSite();
  const startsMs: number[] = [];
  const residentMiB: number[] = [];
  for (let start = 0; start < 7; start += 1) {
    const startedMs = performance.now();
    const kiosk = await startKioskProcess({ folder: site.folder });
    startsMs.push(performance.now() - startedMs);
    residentMiB.push(residentOf(kiosk.pid));
    await kiosk.stop();
  }
  site.remove();
  const emptyMs = Array.from({ length: 7 }, () => {
    const startedMs = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - startedMs;
  });
  return [
    {
      what: 'start to ready to scan, p50',
      value: summary(startsMs).p50,
      unit: 'ms',
      limit: { what: 'an empty Node process', value: summary(emptyMs).p50 },
    },
    {
      what: 'resident memory when ready',
      value: summary(residentMiB).p50,
      unit: 'MiB',
    },
  ];
}

/** Linux alone tells; elsewhere the figure is absent rather than guessed. */
function residentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kib] =
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}
