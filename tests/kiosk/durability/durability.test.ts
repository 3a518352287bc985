import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { counted } from '../../counted.ts';
import { connectClient } from '../../site/client.ts';
import { startKioskProcess } from '../../site/kiosk-process.ts';
import { makeSite, type Site } from '../../site/make-site.ts';
import { readLog, scanAndKill } from './kill.ts';

const kills = Number(process.env['POSTERN_KILLS'] ?? 50);
const early = 'tests/kiosk/durability/early-acknowledgement.ts';

let site: Site;
beforeEach(async () => {
  site = await makeSite();
});
afterEach(() => {
  site.remove();
});

describe('an acknowledged scan', () => {
  test(
    `is in the log after kill -9, ${kills} times, and the chain holds`,
    { timeout: Math.max(300_000, kills * 15_000) },
    async () => {
      const told: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        told.push(
          ...(await scanAndKill(site, 'kiosk/main.ts', 1 + (kill % 3))),
        );
        const { scans, brokenAtSeq } = readLog(site.folder);
        expect(told.filter((scanId) => !scans.has(scanId))).toEqual([]);
        expect(brokenAtSeq).toBeUndefined();
      }
      expect(told.length).toBeGreaterThanOrEqual(kills);
      counted('kills', kills, `and ${told.length} acknowledged, none lost`);
    },
  );

  test(
    'would be missing if it were acknowledged before its commit',
    { timeout: 60_000 },
    async () => {
      const told = await scanAndKill(site, early, 1);
      expect(told).toHaveLength(1);
      expect(readLog(site.folder).scans.size).toBe(0);
    },
  );
});

const tracer = hasTracer() ? 'strace' : undefined;

describe('the disk', () => {
  test.skipIf(tracer === undefined)(
    `is told to keep each acknowledged entry${tracer === undefined ? ' (skipped: no strace on this machine)' : ''}`,
    { timeout: 60_000 },
    async () => {
      const trace = join(site.folder, 'trace');
      const kiosk = await startKioskProcess({
        folder: site.folder,
        wrapper: [
          'strace',
          '-f',
          '-qq',
          '-e',
          'trace=fsync,fdatasync',
          '-o',
          trace,
        ],
      });
      const client = await connectClient(kiosk.url);
      const before = syncsIn(trace);
      const scans = 20;
      for (let index = 0; index < scans; index += 1) {
        const text = site.pass({ index: 100 + index });
        await client.command({ kind: 'capture', text, source: 'panel' });
      }
      const after = syncsIn(trace);
      client.close();
      await kiosk.stop();
      const entries = readLog(site.folder).scans.size;
      expect(entries).toBe(scans);
      expect(after - before).toBeGreaterThanOrEqual(entries);
    },
  );
});

function syncsIn(trace: string): number {
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('sync(')).length;
}

function hasTracer(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return false;
    throw error;
  }
}
