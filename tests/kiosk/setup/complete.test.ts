import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeRoot, rootFileOf, type SigningKey } from '#fixtures/issuer';
import { systemClock } from '#kiosk/clock';
import type { SetupChoice, Snapshot } from '#kiosk/contract';
import type { Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { startSite } from '#kiosk/site';
import { readSiteKey, unwrapSiteKey } from '#kiosk/vault';
import { readEntries } from '../../e2e/log.ts';
import { makeNewSite, textOf, type NewSite } from './new-site.ts';

let site: NewSite;
let lane: Lane;
let client: ServiceClient;
let seen: Snapshot[];
let warnings: string[];

beforeEach(async () => {
  site = await makeNewSite();
  start();
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('the first run', () => {
  test('makes a lane of an empty folder without a restart, for clients that stay', async () => {
    const before = client.snapshot().serviceId;
    expect(client.snapshot().state).toBe('unconfigured');
    expect(await complete()).toEqual({ ok: true });

    const pushed = seen.at(-1);
    expect(pushed).toMatchObject({
      state: 'ready',
      language: 'en',
      checkpoint: site.choice.checkpoint,
      freshness: { rung: 'normal', version: 1 },
    });
    expect(pushed?.serviceId).not.toBe(before);
    expect(client.snapshot().serviceId).toBe(pushed?.serviceId);
    await capture(site.region.pass());
    expect(client.snapshot().gate.kind).toBe('admit');
  });

  test('writes four private files and nothing half-made', async () => {
    await complete();
    const files = readdirSync(site.folder);
    expect(files).toEqual(
      expect.arrayContaining([
        'bundle.hpb',
        'kiosk.toml',
        'root.json',
        'site-key.json',
      ]),
    );
    expect(readFileSync(join(site.folder, 'root.json'), 'utf8')).toBe(
      site.rootFile,
    );
    expect(files.filter((name) => name.includes('unfinished'))).toEqual([]);
    const modes = ['kiosk.toml', 'root.json', 'site-key.json'].map(
      (name) => statSync(join(site.folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    const text = readFileSync(join(site.folder, 'kiosk.toml'), 'utf8');
    expect(text).not.toContain(site.choice.supervisor.pin);
    expect(text).not.toContain(site.choice.passphrase);
  });

  test('seals to a key that only its passphrase opens', async () => {
    await complete();
    const key = readSiteKey(readFileSync(join(site.folder, 'site-key.json')));
    if (key === undefined) throw new Error('no site key');
    expect((await unwrapSiteKey(key, site.choice.passphrase)).ok).toBe(true);
  });

  test('puts the supervisor to work, and the log says how the lane was set up', async () => {
    await complete();
    expect(await client.query({ kind: 'staff' })).toMatchObject({
      ok: true,
      value: [{ name: '王主管', role: 'supervisor' }],
    });
    expect(setUps()).toMatchObject([{ by: 'first-run' }]);
    expect(readEntries(site.folder)[0]?.kind).toBe('start');
  });

  test('is over for good: the next start is the same lane, and the log need not hear of it again', async () => {
    await complete();
    await lane.stop();
    start();
    expect(client.snapshot()).toMatchObject({
      state: 'ready',
      checkpoint: site.choice.checkpoint,
    });
    expect(setUps()).toHaveLength(1);
    expect(await client.query({ kind: 'staff' })).toMatchObject({
      ok: true,
      value: [{ name: '王主管' }],
    });
  });

  test.each<[string, (choice: SetupChoice) => SetupChoice, string]>([
    [
      'a PIN anyone would try first',
      (choice) => ({
        ...choice,
        supervisor: { ...choice.supervisor, pin: '12345678' },
      }),
      'setup.weak-pin',
    ],
    [
      'a passphrase of eleven characters and a space',
      (choice) => ({ ...choice, passphrase: 'elevenchars ' }),
      'setup.short-passphrase',
    ],
    [
      'another root than the one that signed the bundle',
      (choice) => ({ ...choice, rootFile: rootOf(makeRoot('TEST-ROOT')) }),
      'setup.bundle-refused',
    ],
    [
      'a demo root, by its name',
      (choice) => ({ ...choice, rootFile: rootOf(makeRoot('Demo root')) }),
      'setup.bundle-refused',
    ],
    [
      'a root file that was changed',
      (choice) => ({
        ...choice,
        rootFile: choice.rootFile.replace('TEST-ROOT', 'OTHER-ROOT'),
      }),
      'setup.bundle-refused',
    ],
    [
      'a time zone that is none',
      (choice) => ({
        ...choice,
        checkpoint: { ...choice.checkpoint, timeZone: 'Mars/Olympus' },
      }),
      'contract.bad-request',
    ],
  ])('refuses %s and writes nothing', async (_what, spoilt, error) => {
    expect(await complete(spoilt(site.choice))).toEqual({ ok: false, error });
    expect(client.snapshot().state).toBe('unconfigured');
    expect(filesOfASite()).toEqual([]);
  });

  test.each(['bundle.hpb', 'kiosk.toml'])(
    'that cannot write %s is still to be done, and can be done',
    async (name) => {
      mkdirSync(join(site.folder, name));
      expect(await complete()).toEqual({
        ok: false,
        error: 'setup.not-written',
      });
      expect(warnings).toEqual([expect.stringContaining('store.io')]);
      expect(client.snapshot().state).toBe('unconfigured');
      rmSync(join(site.folder, name), { recursive: true });
      expect(await complete()).toEqual({ ok: true });
      expect(client.snapshot().state).toBe('ready');
    },
  );

  test('that was killed before its last file starts again, and leaves the key and the root that are there', async () => {
    writeFileSync(join(site.folder, 'site-key.json'), 'of an earlier try');
    writeFileSync(join(site.folder, 'root.json'), 'of an earlier region');
    writeFileSync(join(site.folder, 'bundle.hpb'), 'half');
    writeFileSync(join(site.folder, '.kiosk.toml.unfinished'), '[check');
    await lane.stop();
    start();
    expect(client.snapshot().state).toBe('unconfigured');
    expect(await complete()).toEqual({ ok: true });
    const kept = (name: string) =>
      readFileSync(join(site.folder, name), 'utf8');
    expect(kept('site-key.json')).toBe('of an earlier try');
    expect(kept('root.json')).toBe('of an earlier region');
    expect(kept('root-2.json')).toBe(site.rootFile);
    await lane.stop();
    start();
    expect(client.snapshot().state).toBe('ready');
  });

  test('does not take a folder that holds the trust of another root', async () => {
    await complete();
    await lane.stop();
    rmSync(join(site.folder, 'kiosk.toml'));
    const other = await makeNewSite();
    start();
    expect(await complete(other.choice)).toEqual({
      ok: false,
      error: 'setup.other-trust',
    });
    expect(await complete()).toEqual({ ok: true });
    other.remove();
  });

  test('is done once, whoever else presses the button meanwhile', async () => {
    const answers = await Promise.all([complete(), complete()]);
    expect(answers).toEqual([
      { ok: true },
      { ok: false, error: 'contract.busy' },
    ]);
  });

  test('decides nothing before it is done', async () => {
    expect(await capture(site.region.pass())).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    expect(await client.query({ kind: 'staff' })).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    expect(client.snapshot().gate).toEqual({ kind: 'idle' });
  });
});

function start(): void {
  warnings = [];
  seen = [];
  const started = startSite(
    site.folder,
    (message) => warnings.push(message),
    systemClock(),
  );
  if (!started.ok) throw new Error(started.error.message);
  lane = started.value;
  client = lane.service.connect('guard');
  client.subscribe((snapshot) => seen.push(snapshot));
}

function complete(choice: SetupChoice = site.choice) {
  return client.command({
    kind: 'complete-setup',
    commandId: randomUUID(),
    choice,
  });
}

function capture(text: string) {
  return client.command({
    kind: 'capture',
    commandId: randomUUID(),
    text,
    source: 'panel',
  });
}

/** What the log says of the files the lane was set up by. */
function setUps(): readonly unknown[] {
  return readEntries(site.folder)
    .map(({ body }) => body)
    .filter(({ action }) => action === 'set-up');
}

function rootOf(key: SigningKey): string {
  return textOf(rootFileOf(key, 'site'));
}

function filesOfASite(): readonly string[] {
  return readdirSync(site.folder).filter((name) =>
    /\.(toml|json|hpb)$/.test(name),
  );
}
