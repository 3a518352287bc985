import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createDemoWorld } from '#fixtures/demo';
import {
  bundleOf,
  issuePass,
  makeIssuerKey,
  makeRoot,
  publish,
  raise,
  repositoryOf,
  rootFileOf,
  rotate,
  type RootKeys,
  type SigningKey,
} from '#fixtures/issuer';
import { startDemo } from '#kiosk/demo';
import type { Lane } from '#kiosk/lane';
import { startSite } from '#kiosk/site';
import { makeSite, noWarning, type Site } from '../site/make-site.ts';

const open: Lane[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((lane) => lane.stop()));
});

describe('a site kiosk', () => {
  test.each<[string, (site: Site) => Uint8Array | undefined, string, string]>([
    ['is not there', () => undefined, 'config.root-missing', 'put it there'],
    [
      'is a key',
      () => Buffer.from('{"kind":"root-key"}'),
      'config.not-a-root',
      'is no root file',
    ],
    ['is a bundle', ({ bundle }) => bundle, 'config.not-a-root', 'no bundle'],
    [
      'is a demo root',
      () => createDemoWorld(Date.now()).rootFile,
      'config.demo-root',
      'not for a site',
    ],
    [
      'is a demo root by its name alone',
      () => rootFileOf(makeRoot('OUR-DEMO'), 'site'),
      'config.demo-root',
      'not for a site',
    ],
    [
      'was changed after it was signed',
      ({ rootFile }) =>
        Buffer.from(
          Buffer.from(rootFile).toString().replace('TEST-ROOT', 'OUR-ROOT'),
        ),
      'config.unfit-root',
      'bundle-threshold',
    ],
  ])(
    'does not start on a root file that %s, and says what to do',
    async (_what, rootFile, code, says) => {
      const site = await makeSite();
      const content = rootFile(site);
      const file = join(site.folder, 'root.json');
      if (content === undefined) rmSync(file);
      else writeFileSync(file, content);
      const started = startSite(site.folder, noWarning);
      expect(started).toMatchObject({ ok: false, error: { code } });
      expect(started.ok ? '' : started.error.message).toContain(says);
      site.remove();
    },
  );

  test('does not start on a folder in the place of a root file, and starts on one in the place of a bundle', async () => {
    const site = await makeSite();
    const [root, bundle] = ['root.json', 'bundle.hpb'].map((name) =>
      join(site.folder, name),
    );
    if (root === undefined || bundle === undefined)
      throw new Error('two files');
    rmSync(bundle);
    mkdirSync(bundle);
    const warnings: string[] = [];
    const lane = opened(
      startSite(site.folder, (message) => warnings.push(message)),
    );
    expect(warnings).toEqual([expect.stringContaining('not a plain file')]);
    await lane.stop();
    rmSync(root);
    mkdirSync(root);
    expect(startSite(site.folder, noWarning)).toMatchObject({
      error: { code: 'config.root-unreadable' },
    });
    site.remove();
  });

  test('says that nobody can be admitted where its first bundle is refused', async () => {
    const site = await makeSite();
    const other = await makeSite();
    copyFileSync(
      join(other.folder, 'bundle.hpb'),
      join(site.folder, 'bundle.hpb'),
    );
    const warnings: string[] = [];
    open.push(
      opened(startSite(site.folder, (message) => warnings.push(message))),
    );
    expect(warnings).toEqual([
      expect.stringMatching(/bundle-root.*nobody can be admitted/),
    ]);
    other.remove();
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
    for (const file of ['root.json', 'bundle.hpb'])
      copyFileSync(join(second.folder, file), join(first.folder, file));
    expect(startSite(first.folder, noWarning)).toMatchObject({
      ok: false,
      error: { code: 'config.other-root' },
    });
    first.remove();
    second.remove();
  });

  test('starts on a later file of its root with what it holds', async () => {
    const site = await makeSite();
    const later = rotate(
      repositoryOf(site.root, site.draft, Date.now()),
      threeForOne(site.root),
    );
    const files = publish(raise(later, 'timestamp'));
    writeFileSync(join(site.folder, 'bundle.hpb'), bundleOf(files));
    await opened(startSite(site.folder, noWarning)).stop();
    const rootFile = files.get('2.root.json') ?? new Uint8Array();
    writeFileSync(join(site.folder, 'root.json'), rootFile);
    rmSync(join(site.folder, 'bundle.hpb'));
    const lane = opened(startSite(site.folder, () => undefined));
    open.push(lane);
    expect(lane.service.connect('guard').snapshot().freshness).toMatchObject({
      version: 2,
    });
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

/** Two of three keys in the place of one. */
function threeForOne(key: SigningKey): Pick<RootKeys, 'root'> {
  const keys = [key, makeRoot('B'), makeRoot('C')];
  return { root: { keys, threshold: 2 } };
}

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
