import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectClient, type Client } from '../site/client.ts';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { makeSite, type Site } from '../site/make-site.ts';
import { readLog } from './durability/kill.ts';

const why =
  process.platform === 'linux'
    ? ''
    : ' (skipped: only Linux can limit a running process)';

let site: Site;
let kiosk: KioskProcess;
let client: Client;
beforeEach(async () => {
  site = await makeSite();
  kiosk = await startKioskProcess({ folder: site.folder });
  client = await connectClient(kiosk.url);
});
afterEach(async () => {
  client.close();
  await kiosk.stop();
  site.remove();
});

describe.skipIf(why !== '')(`a lane whose disk fails${why}`, () => {
  test('shows no outcome, says it cannot record, and comes back when the disk does', async () => {
    expect(await scan(1)).toEqual({ ok: true });
    const before = readLog(site.folder).scans.size;

    limitFileSize('0');
    expect(await scan(2)).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    const failed = await client.snapshot();
    expect(failed.gate).toEqual({
      kind: 'out-of-service',
      failure: 'store.io',
    });
    expect(failed.today.admit).toBe(1);
    expect(await scan(3)).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    expect(await client.command({ kind: 'retry-recording' })).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });

    limitFileSize('unlimited');
    expect(await client.command({ kind: 'retry-recording' })).toEqual({
      ok: true,
    });
    expect((await client.snapshot()).gate).toEqual({ kind: 'idle' });
    expect(await scan(4)).toEqual({ ok: true });
    expect((await client.snapshot()).gate.kind).toBe('admit');
    const { scans, brokenAtSeq } = readLog(site.folder);
    expect(scans.size).toBe(before + 1);
    expect(brokenAtSeq).toBeUndefined();
  });
});

function scan(person: number): ReturnType<Client['command']> {
  const text = site.pass({ index: 100 + person });
  return client.command({ kind: 'capture', text, source: 'panel' });
}

/** The kernel refuses the kiosk's writes past this many bytes, as a failing disk would. */
function limitFileSize(bytes: string): void {
  execFileSync('prlimit', [
    '--pid',
    String(kiosk.pid),
    `--fsize=${bytes}:unlimited`,
  ]);
}
