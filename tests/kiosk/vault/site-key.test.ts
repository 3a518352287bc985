import { describe, expect, test } from 'vitest';
import {
  createSiteKey,
  encodeSiteKey,
  readSiteKey,
  unwrapSiteKey,
} from '#kiosk/vault';
import { valueOf } from './value-of.ts';

const siteKey = await createSiteKey('pässword');

// A wrapping key takes half a second of a free core, by design.
describe('a site key', { timeout: 60_000 }, () => {
  test('gives its private half for the passphrase alone', async () => {
    const privateKey = valueOf(await unwrapSiteKey(siteKey, 'pässword'));
    expect(privateKey).toHaveLength(32);
    expect(await unwrapSiteKey(siteKey, 'password')).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    });
  });

  test('takes the passphrase however the keyboard composes it', async () => {
    const decomposed = 'pässword'.normalize('NFD');
    expect((await unwrapSiteKey(siteKey, decomposed)).ok).toBe(true);
  });

  test('is another each time, for the same passphrase too', async () => {
    const other = await createSiteKey('pässword');
    expect(other.publicKey).not.toEqual(siteKey.publicKey);
    expect(other.salt).not.toEqual(siteKey.salt);
  });

  test('names a public half that was swapped for another’s', async () => {
    const swapped = { ...siteKey, publicKey: new Uint8Array(32).fill(9) };
    expect(await unwrapSiteKey(swapped, 'pässword')).toEqual({
      ok: false,
      error: 'public-key-swapped',
    });
  });
});

describe('site-key.json', { timeout: 60_000 }, () => {
  const text = Buffer.from(encodeSiteKey(siteKey)).toString();

  test('reads back as it was written', () => {
    expect(readSiteKey(encodeSiteKey(siteKey))).toEqual(siteKey);
  });

  test('names neither the passphrase nor the private half', async () => {
    const privateKey = valueOf(await unwrapSiteKey(siteKey, 'pässword'));
    expect(text).not.toContain('ssword');
    expect(text).not.toContain(Buffer.from(privateKey).toString('hex'));
  });

  test.each([
    ['no JSON', 'site key'],
    ['another format', text.replace('key-1', 'key-2')],
    ['a short key', text.replace(/"publicKey": "../, '"publicKey": "')],
    ['upper case', text.toUpperCase()],
    ['one field more', text.replace('{', '{"cost": 1,')],
    ['nothing', ''],
    ['null', 'null'],
  ])('is not %s', (_, content) => {
    expect(readSiteKey(Buffer.from(content))).toBeUndefined();
  });
});
