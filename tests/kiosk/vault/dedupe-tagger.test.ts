import { describe, expect, test } from 'vitest';
import { createDedupeTagger } from '#kiosk/vault';
import { memoryVault } from './vault-in.ts';

const pass = { issuer: 'XJ', passId: new Uint8Array(16).fill(1) };
const other = { issuer: 'XJ', passId: new Uint8Array(16).fill(2) };
const today = '2026-11-21';
const tomorrow = '2026-11-22';

describe('a dedupe tag', () => {
  test('is the same for the same pass all day, after a restart too', () => {
    const vault = memoryVault();
    const tag = createDedupeTagger({ vault }).tag(pass, today);
    expect(tag).toMatch(/^[0-9a-f]{32}$/);
    expect(createDedupeTagger({ vault }).tag(pass, today)).toBe(tag);
  });

  test('tells passes and issuers apart', () => {
    const tagger = createDedupeTagger({ vault: memoryVault() });
    const tags = [pass, other, { ...pass, issuer: 'BJ' }].map((each) =>
      tagger.tag(each, today),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('links no day to another, and no kiosk to another', () => {
    const tagger = createDedupeTagger({ vault: memoryVault() });
    const elsewhere = createDedupeTagger({ vault: memoryVault() });
    const first = tagger.tag(pass, today);
    expect(elsewhere.tag(pass, today)).not.toBe(first);
    expect(tagger.tag(pass, tomorrow)).not.toBe(first);
    // The key of the day before is gone: going back to it gives a new one.
    expect(tagger.tag(pass, today)).not.toBe(first);
  });

  test('keeps one key only, that of the day', () => {
    const vault = memoryVault();
    const tagger = createDedupeTagger({ vault });
    tagger.tag(pass, today);
    const [before] = vault.files.values();
    tagger.tag(pass, tomorrow);
    expect(vault.files.size).toBe(1);
    expect(vault.files.values().next().value).not.toEqual(before);
  });

  test('writes its key once a day, not with every scan', () => {
    const vault = memoryVault();
    const tagger = createDedupeTagger({ vault });
    tagger.tag(pass, today);
    vault.files.clear();
    tagger.tag(other, today);
    expect(vault.files.size).toBe(0);
  });

  test('goes on in memory where its key cannot be kept, and keeps it once it can', () => {
    const vault = memoryVault();
    vault.failure = { code: 'store.full', message: 'ENOSPC in write' };
    const tagger = createDedupeTagger({ vault });
    const tag = tagger.tag(pass, today);
    expect(tagger.tag(pass, today)).toBe(tag);
    expect(vault.files.size).toBe(0);
    vault.failure = undefined;
    expect(tagger.tag(pass, today)).toBe(tag);
    expect(createDedupeTagger({ vault }).tag(pass, today)).toBe(tag);
  });

  test.each([Uint8Array.of(0xff), Uint8Array.of(0xa0), new Uint8Array()])(
    'begins anew where the key kept is %j',
    (damaged) => {
      const vault = memoryVault();
      const tag = createDedupeTagger({ vault }).tag(pass, today);
      const [name = ''] = vault.files.keys();
      vault.files.set(name, damaged);
      const restarted = createDedupeTagger({ vault }).tag(pass, today);
      expect(restarted).not.toBe(tag);
      expect(createDedupeTagger({ vault }).tag(pass, today)).toBe(restarted);
    },
  );
});
