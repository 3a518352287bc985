import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDemoWorld } from '#fixtures/demo';
import {
  bundleOf,
  firstRoot,
  makeRoot,
  publish,
  repositoryOf,
  rotate,
  type RootKeys,
} from '#fixtures/issuer';
import { systemClock } from '#kiosk/clock';
import { startSetup } from '#kiosk/setup';
import type { ServiceClient } from '#kiosk/service';
import { makeNewSite, textOf, type NewSite } from './new-site.ts';

let site: NewSite;
let client: ServiceClient;

beforeEach(async () => {
  site = await makeNewSite();
  client = startSetup({
    version: '0',
    clock: systemClock(),
    newId: randomUUID,
    complete: () => Promise.reject(new Error('not asked for')),
    defect: (error) => {
      throw error;
    },
  }).connect('guard');
});
afterEach(() => {
  site.remove();
});

describe('a bundle looked at before anything is believed', () => {
  test('says whose it is, how old, and what to compare with paper', async () => {
    const found = await inspected(site.rootFile, site.region.bundle);
    expect(found).toMatchObject({
      kind: 'good',
      root: { name: 'TEST-ROOT', version: 1, threshold: 1, keys: 1 },
      version: 1,
      rung: 'normal',
      issuers: [{ nameZh: '测试签发方', nameEn: 'Test issuer' }],
    });
    expect(found).toHaveProperty(
      'root.fingerprint',
      fingerprintOf(site.region.rootFile),
    );
  });

  test('shows the root it leads to, under the fingerprint of the file', async () => {
    const { root, draft } = site.region;
    const three = { keys: [root, makeRoot('B'), makeRoot('C')], threshold: 2 };
    const later = rotate(repositoryOf(root, draft, Date.now()), {
      root: three,
    });
    const found = await inspected(site.rootFile, bundleOf(publish(later)));
    expect(found).toMatchObject({
      kind: 'good',
      root: {
        version: 2,
        threshold: 2,
        keys: 3,
        fingerprint: fingerprintOf(site.region.rootFile),
      },
    });
  });

  test.each([
    ['no JSON', () => 'root.key.json'],
    ["a root's key", () => '{"kind":"root-key","name":"PILOT-ROOT"}'],
    ['another document of the same publisher', () => targetsOf(site)],
    ['more than any root is', () => ' '.repeat(65_536)],
  ])('is nothing under a file that is no root: %s', async (_what, file) => {
    expect(await inspected(file(), site.region.bundle)).toEqual({
      kind: 'not-a-root',
    });
  });

  test('is nothing under a root that too few of its own keys signed', async () => {
    const { root, bundle, draft } = site.region;
    const { roots, ...repository } = repositoryOf(root, draft, Date.now());
    const [only] = roots;
    if (only === undefined) throw new Error('a repository has a root');
    const two: RootKeys = { ...only, root: { keys: [root], threshold: 2 } };
    const unsigned = firstRoot({ ...repository, roots: [two] });
    expect(await inspected(textOf(unsigned), bundle)).toEqual({
      kind: 'unfit-root',
    });
    const changed = site.rootFile.replace('TEST-ROOT', 'OTHER-ROOT');
    expect(await inspected(changed, bundle)).toEqual({ kind: 'unfit-root' });
  });

  test('is refused by name under a demo root', async () => {
    const { rootFile, bundle } = createDemoWorld(Date.now());
    expect(await inspected(textOf(rootFile), bundle)).toEqual({
      kind: 'demo-root',
    });
  });

  test('is refused by name under a root that only mentions a demo', async () => {
    const { root, bundle, draft } = site.region;
    const repository = repositoryOf(root, draft, Date.now());
    const playing = firstRoot({ ...repository, name: 'Our demo' });
    expect(await inspected(textOf(playing), bundle)).toEqual({
      kind: 'demo-root',
    });
  });

  test('is refused where another root signed it, or nobody did', async () => {
    const other = await makeNewSite();
    expect(await inspected(site.rootFile, other.region.bundle)).toEqual({
      kind: 'refused',
      refusal: 'bundle-root',
    });
    expect(await inspected(site.rootFile, Buffer.from('not a bundle'))).toEqual(
      { kind: 'refused', refusal: 'bundle-file' },
    );
    other.remove();
  });

  test('a PIN is judged where it is chosen', async () => {
    const ask = (pin: string) => client.query({ kind: 'check-pin', pin });
    expect(await ask('19880214')).toEqual({ ok: true, value: 'weak' });
    expect(await ask('73915026')).toEqual({ ok: true, value: 'good' });
  });
});

async function inspected(
  rootFile: string,
  bundle: Uint8Array,
): Promise<unknown> {
  const answer = await client.query({
    kind: 'inspect-bundle',
    rootFile,
    bundle: Buffer.from(bundle).toString('base64'),
  });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** As whoever has the file and a shell would make it. */
function fingerprintOf(file: Uint8Array): string {
  const hash = createHash('sha256').update(file).digest('hex');
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The role that hands out, which is metadata and signed by the same key. */
function targetsOf({ region: { root, draft } }: NewSite): string {
  const files = publish(repositoryOf(root, draft, Date.now()));
  return textOf(files.get('targets.json') ?? new Uint8Array());
}
