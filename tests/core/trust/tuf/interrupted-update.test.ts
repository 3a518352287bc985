import { describe, expect, it } from 'vitest';
import { bundleOf, changesSince, publish } from '#fixtures/issuer';
import { apply, chunkName, findChunks } from '#core/trust';
import { trustedNow } from '../signing.ts';
import { flipped } from './tampering.ts';
import { bundle, outcome } from './repositories.ts';
import {
  files,
  hashOf,
  holding,
  isChunk,
  isDelta,
  keepingStore,
  large,
  later,
  million,
  repository,
  taken,
  without,
} from './large-list.ts';

describe('an update that was interrupted', () => {
  const chunks = large.chunks.map((chunk) => chunkName(hashOf(chunk)));

  it('is refused, what came is kept, and the next file with the rest is taken', () => {
    const store = keepingStore();
    const half = bundleOf(without(files, (name) => name === chunks[1]));
    expect(outcome(store, half)).toEqual({
      code: 'bundle-missing',
      where: chunks[1],
    });
    const found = findChunks(half, trustedNow, store);
    if (!found.ok) throw new Error(found.error.code);
    expect([...found.value.keys()].map(chunkName)).toEqual([
      chunks[0],
      chunks[2],
    ]);
    store.keep(found.value);

    const isThere = (name: string): boolean =>
      isChunk(name) && name !== chunks[1];
    const rest = bundleOf(without(files, isThere));
    expect(outcome(keepingStore(), rest)).toEqual({
      code: 'bundle-missing',
      where: chunks[0],
    });
    expect(outcome(store, rest)).toBe('replaced');
  });

  it.each(chunks.map((_, at) => at))(
    'goes on from %i chunks one at a time, in any order',
    (start) => {
      const store = keepingStore();
      for (let step = 0; step < chunks.length; step += 1) {
        const only = chunks[(start + step) % chunks.length];
        const isOther = (name: string): boolean =>
          isChunk(name) && name !== only;
        const sent = bundleOf(without(files, isOther));
        const isLast = step === chunks.length - 1;
        if (isLast) expect(outcome(store, sent)).toBe('replaced');
        else {
          expect(apply(sent, trustedNow, store)).toMatchObject({
            error: { code: 'bundle-missing' },
          });
          const found = findChunks(sent, trustedNow, store);
          if (!found.ok) throw new Error(found.error.code);
          expect(found.value.size).toBe(step + 1);
          store.keep(found.value);
        }
      }
    },
  );

  it('keeps what a delta leads to as well', () => {
    const store = taken();
    const nextFiles = publish(later(holding(large, 5, million + 4)));
    const changes = changesSince(nextFiles, files);
    const [delta = ''] = [...changes.keys()].filter((name) =>
      name.startsWith('deltas/'),
    );
    const half = bundleOf(without(changes, (name) => name === delta));
    expect(outcome(store, half)).toMatchObject({ code: 'bundle-missing' });
    const found = findChunks(half, trustedNow, store);
    if (!found.ok) throw new Error(found.error.code);
    store.keep(found.value);
    const rest = new Map([...changes].filter(([name]) => !isDelta(name)));
    rest.set(delta, changes.get(delta) ?? new Uint8Array());
    expect(outcome(store, bundleOf(rest))).toBe('replaced');
  });

  it('keeps nothing that no index names', () => {
    const stray = new Uint8Array(100);
    const sent = publish(repository, {
      files: { [chunkName(hashOf(stray))]: () => stray },
    });
    const found = findChunks(bundleOf(sent), trustedNow, keepingStore());
    expect(found.ok && [...found.value.keys()].map(chunkName)).toEqual(chunks);
  });

  it.each([
    ['whose chunk is another', { [chunks[0] ?? '']: flipped }, 'bundle-hash'],
    ['whose index is another', { 'status/51/7.cbor': flipped }, 'bundle-hash'],
    [
      'that nobody signed',
      { 'snapshot.json': () => undefined },
      'bundle-missing',
    ],
  ])('keeps nothing of a bundle %s', (_what, changes, code) => {
    const sent = bundleOf(publish(repository, { files: changes }));
    const found = findChunks(sent, trustedNow, keepingStore());
    expect(found).toMatchObject({ ok: false, error: { code } });
  });

  it('keeps nothing of what is no bundle, nor of an older one', () => {
    const store = taken();
    expect(findChunks(new Uint8Array(3), trustedNow, store)).toEqual({
      ok: false,
      error: { code: 'bundle-file', where: 'not-a-bundle-file' },
    });
    const next = bundle(later(holding(large, 5)));
    expect(outcome(store, next)).toBe('replaced');
    expect(findChunks(bundleOf(files), trustedNow, store)).toEqual({
      ok: false,
      error: { code: 'bundle-rollback', where: 'timestamp' },
    });
  });

  it('does not take a chunk for good that was changed where it was kept', () => {
    const store = keepingStore();
    store.keep(
      new Map(large.chunks.map((chunk) => [hashOf(chunk), flipped(chunk)])),
    );
    const none = bundleOf(without(files, isChunk));
    expect(outcome(store, none)).toMatchObject({ code: 'bundle-missing' });
    expect(outcome(store, bundleOf(files))).toBe('replaced');
  });
});
