import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '#db';
import { scanDraft } from '../core/log/example-records.ts';
import { nowMs, siteContent } from '../core/trust/signing.ts';
import { newFolder, storeIn } from './store-in.ts';

const wrong = { ...scanDraft(2), projection: { outcome: 'deny' } as const };

describe('what is kept with the entry that says so', () => {
  test('is a setting, or neither is', () => {
    const { meta, entries } = storeIn(newFolder());
    meta.set('name', 'first', [scanDraft(1)]);
    expect(() => {
      meta.set('name', 'second', [wrong]);
    }).toThrow('projection');
    expect(meta.get('name')).toBe('first');
    expect(entries.head().seq).toBe(1);
  });

  test('is a bundle, or neither is', () => {
    const { trust, entries } = storeIn(newFolder());
    expect(trust.mark()).toBeUndefined();
    trust.replace(held(1), { entries: [scanDraft(1)] });
    expect(() => {
      trust.replace(held(2), { entries: [wrong] });
    }).toThrow('projection');
    expect(trust.file()).toEqual(held(1).bundle);
    expect(trust.mark()).toEqual({
      profile: 'site',
      rootVersion: 1,
      version: 1,
      signedAtMs: nowMs,
    });
    expect(entries.head().seq).toBe(1);
  });
});

describe('chunks that are kept a few at a time', () => {
  const [first, second, third] = ['a', 'b', 'c'].map(chunk) as [
    Chunk,
    Chunk,
    Chunk,
  ];

  test('stay beside those of the names that are said', () => {
    const { trust } = storeIn(newFolder());
    trust.keep(new Map([first]));
    trust.keep(new Map([second]), new Set([first[0], third[0]]));
    expect([first, second, third].map(([name]) => trust.chunk(name))).toEqual([
      first[1],
      second[1],
      undefined,
    ]);
    trust.keep(new Map([third]));
    expect([first, second].map(([name]) => trust.chunk(name))).toEqual([
      undefined,
      undefined,
    ]);
  });

  type Chunk = readonly [string, Uint8Array];

  function chunk(text: string): Chunk {
    const bytes = new Uint8Array(Buffer.from(text));
    return [createHash('sha256').update(bytes).digest('hex'), bytes];
  }
});

function held(version: number): Parameters<Store['trust']['replace']>[0] {
  return {
    bundle: Uint8Array.of(version),
    chunks: new Map(),
    root: { version: 1 },
    content: siteContent({ version, signedAtMs: nowMs }),
  };
}
