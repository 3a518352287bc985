import { describe, expect, it } from 'vitest';
import { bundleOf, publish, raise, rotate } from '#fixtures/issuer';
import { apply, readStored, type HeldBundle, type Kills } from '#core/trust';
import { signatures } from '#kiosk/crypto';
import { dayMs, nowMs, testKey, toHex, trustedNow } from '../signing.ts';
import {
  bundle,
  createStore,
  delegating,
  holding,
  outcome,
  rememberedOf,
  restarted,
  roleKeys,
  siteRepository,
} from './repositories.ts';

const repository = siteRepository();
const kid = toHex(testKey('51').kid);

describe('apply', () => {
  it('takes a first bundle in one step and serves what its roles say', () => {
    const store = createStore();
    expect(apply(bundle(repository), trustedNow, store)).toEqual({
      ok: true,
      value: {
        kind: 'replaced',
        version: 1,
        signedAtMs: repository.signedAtMs,
      },
    });
    expect(store.replaced).toHaveLength(1);
    const held = store.current();
    expect(held?.trust).toMatchObject({ profile: 'site', version: 1 });
    expect(held?.policy).toEqual(repository.policy);
    expect(held?.trust.keys(kid)).toMatchObject([{ issuer: '51' }]);
    expect(held?.trust.issuer('37')?.nameEn).toBe('Province');
    expect(held?.trust.status('51', 1, 2)).toBe('revoked');
    expect(held?.trust.status('51', 2, 0)).toBe('unknown-list');
  });

  it('asks both engines of every signature it counts', () => {
    const sure = createStore(repository, { signatures });
    expect(outcome(sure, bundle(repository))).toBe('replaced');
    const second = { name: 'always no', verify: () => false };
    const split = createStore(repository, {
      signatures: { ...signatures, second },
    });
    expect(outcome(split, bundle(repository))).toEqual({
      code: 'bundle-threshold',
      where: 'pinned root',
    });
  });

  it('writes nothing when what is held comes again, and its age stays what it is', () => {
    const store = holding(repository);
    const longAgo = { ...trustedNow, lowerMs: 0, atMs: 0, upperMs: 0 };
    expect(outcome(store, bundle(repository), longAgo)).toBe('unchanged');
    expect(store.current()?.trust.signedAtMs).toBe(repository.signedAtMs);
  });

  it('takes a newer set, and one that was only signed anew', () => {
    const store = holding(repository);
    const fresher = raise({ ...repository, signedAtMs: nowMs }, 'timestamp');
    expect(outcome(store, bundle(fresher))).toBe('replaced');
    expect(store.current()?.trust).toMatchObject({
      version: 2,
      signedAtMs: nowMs,
    });
  });

  it('takes what a bundle leaves out from what it holds', () => {
    const store = holding(repository);
    const fresher = raise({ ...repository, signedAtMs: nowMs }, 'timestamp');
    const alone = [...publish(fresher)].filter(
      ([name]) => name === 'timestamp.json',
    );
    expect(outcome(store, bundleOf(new Map(alone)))).toBe('replaced');
    expect(store.current()?.trust.keys(kid)).toHaveLength(1);
    expect(store.current()?.files.has('status/37/1.cbor')).toBe(true);
  });

  it('lets a publisher be five minutes ahead of the latest that now can be', () => {
    const ahead = siteRepository({ signedAtMs: trustedNow.upperMs + 300_000 });
    expect(outcome(createStore(), bundle(ahead))).toBe('replaced');
  });

  it('takes a newer bundle that expired long ago: ages alone decide what it is good for', () => {
    const old = siteRepository({ expiresAtMs: nowMs - 400 * dayMs });
    expect(outcome(createStore(old), bundle(old))).toBe('replaced');
  });

  it('leaves a role alone whose name it does not know', () => {
    const later = bundle(repository, {
      unsigned: {
        'targets.json': delegating((roles) => [
          ...roles,
          { ...roles[0], name: 'weather', paths: ['*'], terminating: false },
        ]),
      },
    });
    expect(outcome(createStore(), later)).toBe('replaced');
  });

  it('holds no more of a bundle than the set is made of', () => {
    const files = new Map([
      ...publish(repository),
      ['held/kills.cbor', Uint8Array.of(1)],
      ['notes.txt', Uint8Array.of(2)],
    ]);
    const store = createStore();
    expect(outcome(store, bundleOf(files))).toBe('replaced');
    expect([...(store.current()?.files.keys() ?? [])]).not.toContain(
      'notes.txt',
    );
    expect(store.current()?.kills).toEqual({ kids: [], ranges: [] });
  });

  it('reads a stored set through the same checks after a restart', () => {
    const store = holding(repository);
    const again = restarted(store);
    expect(again.ok && again.value.content).toEqual(store.held().content);
    const beside = { chunk: () => undefined };
    const changed = store.held().bundle.slice();
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(readStored(changed, store, beside)).toEqual({
      ok: false,
      error: { code: 'bundle-file', where: 'wrong-hash' },
    });
    expect(readStored(bundle(repository), store, beside)).toEqual({
      ok: false,
      error: { code: 'bundle-missing', where: 'held/kills.cbor' },
    });
  });
});

describe('apply, roots', () => {
  const newTimestamp = roleKeys('timestamp later', 1);
  const rotated = raise(
    { ...rotate(repository, { timestamp: newTimestamp }), signedAtMs: nowMs },
    'timestamp',
  );

  it('follows the root step by step, from the pinned one or from the one held', () => {
    const far = [1, 2, 3, 4].reduce(
      (before, step) =>
        rotate(before, { root: roleKeys(`root ${step}`, 3, 2) }),
      rotated,
    );
    expect(outcome(createStore(), bundle(far))).toBe('replaced');
    const store = holding(repository);
    expect(outcome(store, bundle(rotated))).toBe('replaced');
    const further = raise({ ...far, signedAtMs: nowMs + 1 }, 'timestamp');
    expect(outcome(store, bundle(further))).toBe('replaced');
    expect(store.current()?.root.version).toBe(6);
    const again = restarted(store);
    expect(again.ok && again.value.root.version).toBe(6);
  });

  it('lets go of versions driven up by whoever had the old keys', () => {
    const driven = {
      ...repository,
      versions: { timestamp: 4_000, snapshot: 4_000, 'issuer.51': 4_000 },
      signedAtMs: nowMs,
    };
    const store = createStore();
    expect(outcome(store, bundle(driven))).toBe('replaced');
    const sameKeys = rotate(raise(repository, 'timestamp'));
    expect(outcome(store, bundle(sameKeys))).toEqual({
      code: 'bundle-rollback',
      where: 'timestamp',
    });
    expect(outcome(store, bundle(rotated))).toBe('replaced');
    expect(store.current()?.trust.version).toBe(2);
  });

  it('can still update when it was killed at any step of a rotation', () => {
    // Every call a store is asked, in turn, dies once; then the same bundle comes again.
    const calls = ['current', 'remembered', 'replace'] as const;
    for (const call of calls) {
      const store = holding(repository);
      const dying = {
        ...store,
        [call]: () => {
          throw new Error('killed');
        },
      };
      expect(() => apply(bundle(rotated), trustedNow, dying)).toThrow('killed');
      const before = restarted(store);
      if (!before.ok) throw new Error(`not read back: ${before.error.code}`);
      const again = createStore();
      again.replaced.push(before.value);
      expect(again.held().root.version).toBe(1);
      expect(outcome(again, bundle(rotated))).toBe('replaced');
      expect(again.held().root.version).toBe(2);
    }
  });

  it('keeps a root that was taken, whatever another bundle calls by its number', () => {
    const store = holding(rotated);
    const fork = raise(
      rotate(repository, { timestamp: roleKeys('fork', 1) }),
      'timestamp',
    );
    expect(outcome(store, bundle(fork))).toEqual({
      code: 'bundle-threshold',
      where: 'timestamp',
    });
  });
});

describe('apply, what was killed', () => {
  const ranges = [{ issuer: '37', list: 1, from: 0, until: 2 }];
  const kills: Kills = { kids: [kid], ranges };
  const killing = raise(
    { ...repository, kills, signedAtMs: nowMs },
    'timestamp',
    'snapshot',
    'policy',
  );
  /** What the policy role says next, of other things and not of these. */
  const silent = raise(
    {
      ...killing,
      kills: { kids: ['00'.repeat(8)], ranges: [] },
      signedAtMs: nowMs + 1,
    },
    'timestamp',
    'snapshot',
    'policy',
  );

  it('ends keys and indices, and nothing beside them', () => {
    const { trust } = holding(killing).held();
    expect(trust.isKilled(kid)).toBe(true);
    expect(trust.keys(kid)).toEqual([]);
    const other = toHex(testKey('37').kid);
    expect(trust.isKilled(other)).toBe(false);
    expect(trust.keys(other)).toHaveLength(1);
    expect([0, 1, 2, 3].map((index) => trust.status('37', 1, index))).toEqual([
      'revoked',
      'revoked',
      'revoked',
      'changed',
    ]);
    expect(trust.status('51', 1, 0)).toBe('normal');
  });

  it('ends a key that no bundle holds, should one bring it later', () => {
    const stranger = { kids: [toHex(testKey('later').kid)], ranges: [] };
    const { trust } = holding({ ...repository, kills: stranger }).held();
    expect(trust.isKilled(toHex(testKey('later').kid))).toBe(true);
  });

  it('stays dead through a later bundle without it and a restart', () => {
    const store = holding(repository);
    expect(outcome(store, bundle(killing))).toBe('replaced');
    expect(outcome(store, bundle(silent))).toBe('replaced');
    const again = restarted(store);
    expect(again.ok && again.value.kills).toEqual({
      kids: ['00'.repeat(8), kid].toSorted(),
      ranges,
    });
    expect(again.ok && again.value.trust.isKilled(kid)).toBe(true);
    expect(outcome(store, bundle(killing))).toMatchObject({
      code: 'bundle-rollback',
    });
  });

  it('stays dead where it is remembered outside a store that knows nothing of it', () => {
    const remembered = rememberedOf(repository, { kills });
    const known = { remembered: () => remembered };
    const store = createStore(repository, known);
    expect(outcome(store, bundle(repository))).toBe('replaced');
    expectDead(store.held());
    // The database was put back from a copy of before the kill.
    const copy = restarted(holding(repository), remembered);
    if (!copy.ok) throw new Error(`not read back: ${copy.error.code}`);
    expectDead(copy.value);
    // And is stored with the next bundle, which does not speak of it either.
    store.replaced.push(copy.value);
    expect(outcome(store, bundle(raise(silent, 'policy')))).toBe('replaced');
    const later = restarted(store);
    if (!later.ok) throw new Error(`not read back: ${later.error.code}`);
    expectDead(later.value);
  });

  function expectDead({ trust }: HeldBundle): void {
    expect(trust.isKilled(kid)).toBe(true);
    expect(trust.keys(kid)).toEqual([]);
    expect(trust.status('37', 1, 0)).toBe('revoked');
  }
});
