import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  publish,
  raise,
  rotate,
  type Repository,
  type RoleKeys,
} from '#fixtures/issuer';
import type { BundleFiles, Remembered } from '#core/trust';
import { nowMs } from '../signing.ts';
import {
  bundle,
  createStore,
  holding,
  outcome,
  rememberedOf,
  restarted,
  roleKeys,
  siteRepository,
} from './repositories.ts';
import { resigned } from './tampering.ts';

const repository = siteRepository();

describe('apply, a set that is only older', () => {
  const newer = raise(
    {
      ...repository,
      signedAtMs: nowMs,
      policy: { ...repository.policy, hotline: '12320' },
    },
    'timestamp',
    'snapshot',
    'policy',
  );
  const older = { code: 'bundle-rollback', where: 'timestamp' };

  it('is called so though a part of it was left out that is newer by now', () => {
    const part = new Map(publish(repository));
    for (const name of ['policy.json', 'policy/policy.cbor']) part.delete(name);
    expect(outcome(holding(newer), bundleOf(part))).toEqual(older);
  });

  it('is called so though the key that signed it was taken away since', () => {
    const rotated = rotate(newer, { timestamp: roleKeys('later', 1) });
    expect(outcome(holding(rotated), bundle(repository))).toEqual(older);
    const twice = rotate(rotated, { timestamp: roleKeys('latest', 1) });
    expect(outcome(holding(twice), bundle(repository))).toEqual(older);
  });

  it('is not called so where nobody known signed it, or it is the younger', () => {
    const forged = { ...repository, roots: stranger.roots };
    const files = new Map(publish(forged));
    files.delete('1.root.json');
    expect(outcome(holding(newer), bundleOf(files))).toMatchObject({
      code: 'bundle-threshold',
    });
    const rotated = rotate(repository, { timestamp: roleKeys('later', 1) });
    expect(outcome(holding(rotated), bundle(newer))).toMatchObject({
      code: 'bundle-threshold',
    });
  });
});

const stranger = siteRepository({
  name: 'DEMO-ROOT',
  profile: 'demo',
  roots: [
    {
      root: roleKeys('strange', 1),
      timestamp: roleKeys('strange', 1),
      snapshot: roleKeys('strange', 1),
      targets: roleKeys('strange', 1),
    },
  ],
});

describe('apply, an older set behind a later root', () => {
  const [root] = repository.roots;
  const [a, b] = roleKeys('timestamp', 2, 1).keys;
  if (root === undefined || a === undefined || b === undefined)
    throw new Error('a repository has a root');
  const by = (...keys: RoleKeys['keys']): RoleKeys => ({
    keys,
    threshold: 1,
  });
  const under = (timestamp: RoleKeys): Repository => ({
    ...repository,
    roots: [{ ...root, timestamp }],
  });
  const later = (last: Repository): Repository =>
    raise({ ...last, signedAtMs: nowMs }, 'timestamp');
  const rollback = { code: 'bundle-rollback', where: 'timestamp' };

  it('does not go back with the key that is left of two, though the newest was by the other', () => {
    const old = under(by(a, b));
    const store = createStore(old);
    const newest = publish(later(old), {
      files: { 'timestamp.json': resigned([a]) },
    });
    expect(outcome(store, bundleOf(newest))).toBe('replaced');
    const hidden = new Map(publish(rotate(old, { timestamp: by(b) })));
    hidden.set('timestamp.json', signedBy(publish(old), b));
    expect(outcome(store, bundleOf(hidden))).toEqual(rollback);
  });

  it('does not go back with more signatures than were asked for then', () => {
    const old = under(by(a, b));
    const store = createStore(old);
    const newest = publish(later(old), {
      files: { 'timestamp.json': resigned([a]) },
    });
    expect(outcome(store, bundleOf(newest))).toBe('replaced');
    const raised = rotate(old, { timestamp: { keys: [a, b], threshold: 2 } });
    expect(outcome(store, bundle(raised))).toEqual(rollback);
  });

  it('does not go back with a key that comes again', () => {
    const old = under(by(a));
    const store = createStore(old);
    const second = rotate(later(old), { timestamp: by(b) });
    expect(outcome(store, bundle(second))).toBe('replaced');
    const again = rotate(second, { timestamp: by(a) });
    const hidden = new Map([...publish(again), ...withoutRoots(publish(old))]);
    expect(outcome(store, bundleOf(hidden))).toEqual(rollback);
  });

  it('goes back with keys that the role never had', () => {
    const driven = { ...under(by(a)), versions: { timestamp: 4_000 } };
    const store = createStore(driven);
    expect(outcome(store, bundle(driven))).toBe('replaced');
    const freed = rotate(under(by(a)), { timestamp: by(b) });
    expect(outcome(store, bundle(freed))).toBe('replaced');
  });

  function signedBy(
    files: BundleFiles,
    key: RoleKeys['keys'][number],
  ): Uint8Array {
    return resigned([key])(files.get('timestamp.json') ?? new Uint8Array());
  }

  function withoutRoots(files: BundleFiles): readonly [string, Uint8Array][] {
    return [...files].filter(([name]) => !name.endsWith('.root.json'));
  }
});

describe('apply, what is remembered outside the store', () => {
  const newer = raise({ ...repository, signedAtMs: nowMs }, 'timestamp');
  const rotated = rotate(repository, { timestamp: roleKeys('later', 1) });
  const remember = (rootVersion: number, version: number): Remembered =>
    rememberedOf(repository, { rootVersion, version });
  const forgotten = { code: 'bundle-rollback', where: 'remembered' };

  it('lets the newest bundle ever taken come again, and what is newer', () => {
    const remembered = (): Remembered => remember(1, 2);
    for (const next of [newer, raise(newer, 'timestamp'), rotated]) {
      const store = createStore(repository, { remembered });
      expect(outcome(store, bundle(next))).toBe('replaced');
    }
  });

  it('does not read back what is older, though its own store holds it', () => {
    const store = holding(repository);
    expect(restarted(store, remember(1, 1)).ok).toBe(true);
    for (const remembered of [remember(1, 2), remember(2, 1)]) {
      expect(restarted(store, remembered)).toEqual({
        ok: false,
        error: forgotten,
      });
    }
  });

  it('lets versions begin anew under a root that took the keys of the last ones away', () => {
    expect(restarted(holding(rotated), remember(1, 4_000)).ok).toBe(true);
  });

  it('lets none begin anew under a root that would bear the last ones out', () => {
    const kept = rotate(repository, { root: roleKeys('next root', 3, 2) });
    const remembered = (): Remembered => remember(1, 4_000);
    const store = createStore(repository, { remembered });
    expect(outcome(store, bundle(kept))).toEqual(forgotten);
  });

  it('lets none begin anew where nothing of the last ones is left but how new they were', () => {
    const nothing = new Uint8Array();
    const left = {
      ...remember(1, 4_000),
      timestamp: nothing,
      snapshot: nothing,
    };
    const store = createStore(repository, { remembered: () => left });
    expect(outcome(store, bundle(rotated))).toEqual(forgotten);
  });
});
