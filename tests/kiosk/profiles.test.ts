import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createDemoWorld } from '#fixtures/demo';
import { issuePass, makeIssuerKey } from '#fixtures/issuer';
import { startDemo } from '#kiosk/demo';
import type { Lane } from '#kiosk/lane';
import { startSite } from '#kiosk/site';
import { makeSite, noWarning } from '../site/make-site.ts';

const open: Lane[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((lane) => lane.stop()));
});

describe('a site kiosk', () => {
  test('refuses a demo root by name', async () => {
    const site = await makeSite();
    const file = join(site.folder, 'kiosk.toml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('TEST-ROOT', 'DEMO-ROOT'),
    );
    const started = startSite(site.folder, noWarning);
    expect(started).toMatchObject({
      ok: false,
      error: { code: 'config.invalid' },
    });
    expect(started.ok ? '' : started.error.message).toContain('demo root');
    site.remove();
  });

  test('refuses a demo bundle by name and keeps what it holds', async () => {
    const site = await makeSite();
    open.push(opened(startSite(site.folder, noWarning)));
    await open.pop()?.stop();
    writeFileSync(
      join(site.folder, 'bundle.hpb'),
      createDemoWorld(Date.now()).bundle,
    );
    const warnings: string[] = [];
    const lane = opened(
      startSite(site.folder, (message) => warnings.push(message)),
    );
    open.push(lane);
    expect(warnings).toEqual([expect.stringContaining('bundle-demo')]);
    expect(lane.service.connect('guard').snapshot().freshness).toMatchObject({
      version: 1,
    });
  });

  test('does not start on the trust of another root, and says what to do', async () => {
    const [first, second] = [await makeSite(), await makeSite()];
    await opened(startSite(first.folder, noWarning)).stop();
    for (const file of ['kiosk.toml', 'bundle.hpb'])
      copyFileSync(join(second.folder, file), join(first.folder, file));
    expect(startSite(first.folder, noWarning)).toMatchObject({
      ok: false,
      error: { code: 'config.other-root' },
    });
    first.remove();
    second.remove();
  });

  test('names a demo pass as one, without a judgement of its holder', async () => {
    const site = await makeSite();
    const lane = opened(startSite(site.folder, noWarning));
    open.push(lane);
    const client = lane.service.connect('guard');
    await client.command({
      kind: 'capture',
      commandId: randomUUID(),
      text: demoPass(),
      source: 'panel',
    });
    expect(client.snapshot().gate).toMatchObject({
      kind: 'not-a-pass',
      verdict: { reasons: [{ code: 'demo-pass' }] },
    });
  });

  test('without kiosk.toml says it is not set up and takes no scan', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postern-empty-'));
    const lane = opened(startSite(folder, noWarning));
    const command = {
      kind: 'capture',
      commandId: randomUUID(),
      text: 'HP1',
      source: 'panel',
    };
    const client = lane.service.connect('guard');
    expect((await client.command(command)).ok).toBe(false);
    expect(client.snapshot().state).toBe('unconfigured');
    rmSync(folder, { recursive: true });
  });
});

describe('a demo kiosk', () => {
  test('does not start in the folder of a site, and leaves it as it is', async () => {
    const site = await makeSite();
    await opened(startSite(site.folder, noWarning)).stop();
    expect(await startDemo(site.folder, noWarning)).toMatchObject({
      ok: false,
      error: { code: 'config.site-folder' },
    });
    const lane = opened(startSite(site.folder, noWarning));
    open.push(lane);
    expect(lane.service.connect('guard').snapshot().freshness).toMatchObject({
      version: 1,
    });
  });

  test('starts again on the folder of an earlier start, with new keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postern-demo-'));
    await opened(await startDemo(folder, noWarning)).stop();
    const lane = opened(await startDemo(folder, noWarning));
    open.push(lane);
    expect(lane.service.connect('guard').snapshot()).toMatchObject({
      profile: 'demo',
      state: 'demo',
      freshness: { rung: 'normal' },
    });
  });

  test('lets a person of the demo world arrive, and no one else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postern-demo-'));
    const lane = opened(await startDemo(folder, noWarning));
    open.push(lane);
    const client = lane.service.connect('guard');
    const arrive = (personId: string): Promise<unknown> =>
      client.command({
        kind: 'demo-arrive',
        commandId: randomUUID(),
        personId,
      });
    const [person] = client.snapshot().demo?.people ?? [];
    expect(await arrive(person?.id ?? '')).toEqual({ ok: true });
    expect(await arrive('nobody')).toEqual({
      ok: false,
      error: 'contract.not-offered',
    });
  });
});

function opened(started: ReturnType<typeof startSite>): Lane {
  if (!started.ok) throw new Error(started.error.message);
  return started.value;
}

function demoPass(): string {
  const nowMs = Date.now();
  const key = makeIssuerKey('DEMO-51', {
    kinds: ['pass'],
    forms: ['static'],
    from: 0,
    until: Math.floor(nowMs / 1000) + 3600,
    areas: [],
  });
  const issued = issuePass(
    key,
    {
      kind: 'single',
      form: 'static',
      health: {
        person: { name: '演示' },
        colour: { code: 'green' },
        status: { list: 0, index: 1 },
      },
    },
    nowMs,
  );
  if (!issued.ok) throw new Error('no pass');
  return issued.value;
}
