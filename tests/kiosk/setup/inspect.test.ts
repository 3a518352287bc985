import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDemoWorld } from '#fixtures/demo';
import { systemClock } from '#kiosk/clock';
import { sha256 } from '#kiosk/crypto';
import { startSetup } from '#kiosk/setup';
import type { ServiceClient } from '#kiosk/service';
import { makeNewSite, rootFileOf, type NewSite } from './new-site.ts';

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
      root: site.choice.root,
      version: 1,
      rung: 'normal',
      issuers: [{ nameZh: '测试签发方', nameEn: 'Test issuer' }],
    });
    const key = Buffer.from(sha256(site.region.root.publicKey)).toString('hex');
    expect(found).toHaveProperty('fingerprint', key.match(/.{4}/g)?.join(' '));
  });

  test('never hands on the private half of a root', async () => {
    const secret = 'cd'.repeat(32);
    const found = await inspected(
      rootFileOf(site.region.root, secret),
      site.region.bundle,
    );
    expect(found).toMatchObject({ kind: 'good' });
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test.each([
    ['no JSON', () => 'root.key.json'],
    ["an issuer's key", () => '{"kind":"issuer-key"}'],
    [
      'a key id of another name',
      () => site.rootFile.replace(site.region.root.name, 'ANOTHER-ROOT'),
    ],
  ])('is nothing under a file that is no root: %s', async (_what, file) => {
    expect(await inspected(file(), site.region.bundle)).toEqual({
      kind: 'not-a-root',
    });
  });

  test('is refused by name under a demo root', async () => {
    const { root, bundle } = createDemoWorld(Date.now());
    expect(await inspected(rootFileOf(root), bundle)).toEqual({
      kind: 'demo-root',
    });
  });

  test('is refused by name where another root signed it, or nobody did', async () => {
    const other = await makeNewSite();
    expect(await inspected(site.rootFile, other.region.bundle)).toEqual({
      kind: 'refused',
      refusal: 'bundle-root',
    });
    expect(await inspected(site.rootFile, Buffer.from('not a bundle'))).toEqual(
      { kind: 'refused', refusal: 'bundle-malformed' },
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
