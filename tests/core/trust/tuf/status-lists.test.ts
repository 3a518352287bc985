import { concatBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  changesSince,
  publish,
  raise,
  statusList,
} from '#fixtures/issuer';
import {
  chunkName,
  toHeldBundle,
  type HeldBundle,
  type StatusList,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { hourMs, nowMs, toHex } from '../signing.ts';
import { bundle, outcome, restarted } from './repositories.ts';
import {
  files,
  hashOf,
  holding,
  isChunk,
  keepingStore,
  large,
  later,
  million,
  publishing,
  taken,
  without,
} from './large-list.ts';

describe('a status list of several chunks', () => {
  it('answers for every index it covers, and for no other', () => {
    const { trust } = taken().held();
    const at = (index: number): string => trust.status('51', 7, index);
    expect([0, 1, 2].map(at)).toEqual(['revoked', 'changed', 'normal']);
    expect([million - 2, million - 1, million].map(at)).toEqual([
      'hold',
      'revoked',
      'revoked',
    ]);
    expect([2 * million - 1, 2 * million].map(at)).toEqual(['revoked', 'hold']);
    expect([2 * million + 1, 2 * million + 2].map(at)).toEqual([
      'normal',
      'changed',
    ]);
    expect([2 * million + 3, 3 * million, 2 ** 40].map(at)).toEqual(
      Array.from({ length: 3 }, () => 'unknown-list'),
    );
  });

  it('is kept beside the bundle, each chunk once and none of it within', () => {
    const held = taken().held();
    expect([...held.chunks.keys()]).toEqual(
      large.chunks.map((chunk) => toHex(sha256(chunk))),
    );
    expect([...held.files.keys()].filter(isChunk)).toEqual([]);
    expect(held.bundle.length).toBeLessThan(64 * 1024);
    const [list] = held.content.statusLists;
    expect(list?.chunks.map((chunk) => held.chunks.get(hashOf(chunk)))).toEqual(
      list?.chunks,
    );
  });

  it('lets go of the file it came in', () => {
    const held = taken().held();
    const all = [...held.files.values(), ...held.chunks.values()];
    expect(all.filter((part) => part.length < part.buffer.byteLength)).toEqual(
      [],
    );
  });

  it('is read back with its chunks, and not without', () => {
    const store = taken();
    expect(restarted(store)).toMatchObject({ ok: true });
    const [first = ''] = store.held().chunks.keys();
    const missing = { code: 'bundle-missing', where: chunkName(first) };
    for (const stored of [undefined, new Uint8Array(262_144)]) {
      const chunk = (hash: string): Uint8Array | undefined =>
        hash === first ? stored : store.chunk(hash);
      expect(restarted({ ...store, chunk })).toEqual({
        ok: false,
        error: missing,
      });
    }
  });

  it('names one chunk for all that are alike, and has it once', () => {
    const empty = { issuer: '51', asOfMs: 0, size: 3 * million };
    const store = keepingStore();
    const twins = publishing(
      statusList({ ...empty, list: 1 }),
      statusList({ ...empty, list: 2 }),
    );
    expect(outcome(store, bundle(twins))).toBe('replaced');
    expect(store.held().chunks.size).toBe(1);
    const { trust } = store.held();
    expect(trust.status('51', 2, 3 * million - 1)).toBe('normal');
  });
});

describe('an update of a status list', () => {
  const next = later(holding(large, 5, million + 4, 2 * million + 1));
  const nextFiles = publish(next);

  it('may leave out every chunk that is held, which is then the same in memory', () => {
    const store = taken();
    const before = store.held();
    const changed = later(holding(large, 5));
    const isHeld = (name: string): boolean =>
      isChunk(name) && before.chunks.has(name.slice('chunks/'.length));
    const sent = without(publish(changed), isHeld);
    expect([...sent.keys()].filter(isChunk)).toHaveLength(1);
    expect(outcome(store, bundleOf(sent))).toBe('replaced');
    const [old, now] = [before, store.held()].map(firstList);
    expect(now?.chunks[1]).toBe(old?.chunks[1]);
    expect(now?.chunks[0]).not.toBe(old?.chunks[0]);
    expect(store.held().trust.status('51', 7, 5)).toBe('hold');
  });

  it('may bring deltas instead, and leads to the very chunks that are signed for', () => {
    const store = taken();
    const changes = changesSince(nextFiles, files);
    const deltas = [...changes].filter(([name]) => name.startsWith('deltas/'));
    expect(deltas.map(([, file]) => file.length)).toEqual([33, 33]);
    // The last chunk is a byte long, and shorter than any delta.
    expect([...changes.keys()].filter(isChunk)).toHaveLength(1);
    expect(outcome(store, bundleOf(changes))).toBe('replaced');
    const whole = keepingStore();
    expect(outcome(whole, bundleOf(nextFiles))).toBe('replaced');
    expect(store.held().chunks).toEqual(whole.held().chunks);
    expect(store.held().bundle).toEqual(whole.held().bundle);
  });

  it('may bring deltas from several starts: the one that fits is taken', () => {
    const stranger = publish(later(holding(large, 9)));
    const mixed = new Map([
      ...changesSince(nextFiles, stranger),
      ...changesSince(nextFiles, files),
    ]);
    expect(outcome(taken(), bundleOf(mixed))).toBe('replaced');
  });

  it('is unchanged when it comes again as deltas from what is no longer held', () => {
    const store = taken();
    const changes = bundleOf(changesSince(nextFiles, files));
    expect(outcome(store, changes)).toBe('replaced');
    expect(outcome(store, changes)).toBe('unchanged');
  });

  it('may cover more than before, by a delta from the shorter chunk', () => {
    const store = taken();
    const grown = {
      ...large,
      asOfMs: nowMs - hourMs,
      entries: 3 * million,
      chunks: [
        ...large.chunks.slice(0, 2),
        concatBytes(
          large.chunks[2] ?? new Uint8Array(),
          new Uint8Array(262_143),
        ),
      ],
    };
    const changes = changesSince(publish(later(grown)), files);
    expect([...changes.keys()].filter(isChunk)).toEqual([]);
    expect(outcome(store, bundleOf(changes))).toBe('replaced');
    expect(store.held().trust.status('51', 7, 3 * million - 1)).toBe('normal');
    expect(store.held().trust.status('51', 7, 2 * million)).toBe('hold');
  });

  it('may cover less than before only where it forgets nobody who is revoked', () => {
    const chunks = large.chunks.slice(0, 2);
    const shorter = { ...large, asOfMs: nowMs, chunks, entries: 2 * million };
    const store = taken();
    expect(outcome(store, bundle(later(shorter)))).toBe('replaced');
    const shortest = {
      ...shorter,
      entries: million,
      chunks: chunks.slice(0, 1),
    };
    const afterwards = raise(
      { ...later(shortest), signedAtMs: nowMs + 1 },
      'timestamp',
      'snapshot',
      'status.51',
    );
    expect(outcome(store, bundle(afterwards))).toEqual({
      code: 'bundle-unrevokes',
      where: 'statusLists.0',
    });
  });

  it('is taken by whoever has every chunk from another thread', () => {
    const store = taken();
    const { trust: _, policy: __, ...plain } = store.held();
    const cloned = structuredClone(plain);
    store.replace(toHeldBundle(cloned));
    expect(firstList(store.held())?.chunks[0]).toBe(
      [...store.held().chunks.values()][0],
    );
    expect(outcome(store, bundleOf(changesSince(nextFiles, files)))).toBe(
      'replaced',
    );
  });

  it.each([
    ['the whole of what is held', files],
    ['the very same', nextFiles],
    ['nothing', new Map<string, Uint8Array>()],
  ])('since %s is what changed and no more', (_what, earlier) => {
    const changes = changesSince(nextFiles, earlier);
    const isSame = ([name, file]: [string, Uint8Array]): boolean =>
      Buffer.compare(earlier.get(name) ?? new Uint8Array(), file) === 0;
    expect([...changes].filter(isSame)).toEqual([]);
    const store = earlier.size > 0 ? keepingStore() : undefined;
    if (store !== undefined) outcome(store, bundleOf(earlier));
    const at = store ?? keepingStore();
    if (changes.size > 0)
      expect(outcome(at, bundleOf(changes))).toBe('replaced');
    expect(at.held().content.statusLists).toEqual(
      next.issuers.flatMap(({ statusLists }) => statusLists),
    );
  });
});

describe('the lists of all issuers', () => {
  it('may be 256', () => {
    const lists = Array.from({ length: 256 }, (_, list) =>
      statusList({ issuer: '51', list, asOfMs: 0, size: 4 }),
    );
    const store = keepingStore();
    expect(outcome(store, bundle(publishing(...lists)))).toBe('replaced');
    expect(store.held().chunks.size).toBe(1);
  });
});

function firstList({ content }: HeldBundle): StatusList | undefined {
  return content.statusLists[0];
}
