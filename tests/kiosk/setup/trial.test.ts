import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#kiosk/clock';
import type { SetupScan, Snapshot } from '#kiosk/contract';
import { startSetup } from '#kiosk/setup';
import type { Service, ServiceClient } from '#kiosk/service';
import { noPtyBecause, openPtyPair, type PtyPair } from '../../pty.ts';
import { makeSite, type Site } from '../../site/make-site.ts';

let site: Site;
let service: Service;
let client: ServiceClient;
let seen: Snapshot[];
const ports: PtyPair[] = [];

beforeEach(async () => {
  site = await makeSite();
  service = startSetup({
    version: '0',
    clock: systemClock(),
    newId: randomUUID,
    complete: () => Promise.resolve({ ok: false, error: 'setup.not-written' }),
    defect: (error) => {
      throw error;
    },
  });
  client = service.connect('guard');
  seen = [];
  client.subscribe((snapshot) => seen.push(snapshot));
});
afterEach(async () => {
  await service.stop();
  await Promise.all(ports.splice(0).map((port) => port.remove()));
  site.remove();
});

describe.skipIf(noPtyBecause !== undefined)(
  `the test scan ${noPtyBecause ?? ''}`,
  () => {
    test('tells the length and the kind of what was read, and nothing else of it', async () => {
      const port = await tried();
      const pass = site.pass();
      await port.write(`${pass}\r`);
      expect(await until(({ read }) => read !== undefined)).toEqual({
        scanner: 'open',
        read: { characters: pass.length, kind: 'pass' },
      });
      await port.write(`${pass.slice(0, -9)}\r`);
      expect(await until(({ read }) => read?.kind === 'broken')).toBeDefined();
      await port.write('https://example.org\r');
      expect(await until(({ read }) => read?.kind === 'other')).toMatchObject({
        read: { characters: 19 },
      });
      expect(JSON.stringify(seen)).not.toMatch(/HP1|example/);
    });

    test('lets go of one scanner before it opens another, whoever asks for how many', async () => {
      const [first, second] = [await tried(), await openPair()];
      await Promise.all([tryPort(second), tryPort(first), tryPort(second)]);
      await until(({ scanner }) => scanner === 'open');
      await first.write('not heard any more\r');
      await second.write('heard\r');
      await until(({ read }) => read?.characters === 5);
      expect(seen.some(({ setup }) => setup?.read?.characters === 18)).toBe(
        false,
      );
    });

    test('is over when the setup is tried to be completed', async () => {
      await tried();
      await client.command({
        kind: 'complete-setup',
        commandId: randomUUID(),
        choice: anyChoice,
      });
      expect(client.snapshot().setup).toEqual({ scanner: 'closed' });
    });
  },
);

test('a port that is not there is named with what to do, and looked for again', async () => {
  await client.command({
    kind: 'try-scanner',
    commandId: randomUUID(),
    scanner: { path: '/dev/no-such-port', baud: 9600 },
  });
  const lost = await until(({ failure }) => failure !== undefined);
  expect(lost.failure).toBe('device.missing');
});

test('a keyboard scanner is tried by scanning with it', async () => {
  const text = site.pass();
  const answer = await client.command({
    kind: 'capture',
    commandId: randomUUID(),
    text,
    source: 'wedge',
  });
  expect(answer).toEqual({ ok: true });
  expect(client.snapshot().setup?.read).toEqual({
    characters: text.length,
    kind: 'pass',
  });
  expect(client.snapshot().gate).toEqual({ kind: 'idle' });
});

async function openPair(): Promise<PtyPair> {
  const port = await openPtyPair();
  ports.push(port);
  return port;
}

async function tried(): Promise<PtyPair> {
  const port = await openPair();
  await tryPort(port);
  await until(({ scanner }) => scanner === 'open');
  return port;
}

function tryPort({ kioskPath }: PtyPair) {
  return client.command({
    kind: 'try-scanner',
    commandId: randomUUID(),
    scanner: { path: kioskPath, baud: 9600 },
  });
}

async function until(fits: (setup: SetupScan) => boolean): Promise<SetupScan> {
  const now = client.snapshot().setup;
  if (now !== undefined && fits(now)) return now;
  return new Promise((found) => {
    const stop = client.subscribe(({ setup }) => {
      if (setup === undefined || !fits(setup)) return;
      stop();
      found(setup);
    });
  });
}

const anyChoice = {
  language: 'zh',
  checkpoint: {
    id: 'A',
    nameZh: '甲',
    nameEn: 'A',
    lane: '1',
    direction: 'in',
    siteType: 'station',
    timeZone: 'Asia/Shanghai',
  },
  rootFile: '{}',
  bundle: '',
  supervisor: { name: '王敏', pin: '73915026' },
  passphrase: 'correct horse battery staple',
};
