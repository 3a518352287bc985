import { describe, expect, it } from 'vitest';
import { firstRoot, publish, rotate } from '#fixtures/issuer';
import { readStored } from '#core/trust';
import {
  bundle,
  createStore,
  holding,
  outcome,
  repositoryIssuer,
  roleKeys,
  siteRepository,
} from './repositories.ts';

const repository = siteRepository();

describe('apply, demo and site', () => {
  const demo = siteRepository({
    name: 'DEMO-ROOT',
    profile: 'demo',
    issuers: [repositoryIssuer('DEMO-51')],
    roots: [
      {
        ...repository.roots[0],
        root: roleKeys('demo root', 1),
        timestamp: roleKeys('demo timestamp', 1),
      } as (typeof repository.roots)[0],
    ],
  });

  it('takes a demo set in the demo', () => {
    expect(outcome(createStore(demo), bundle(demo))).toBe('replaced');
  });

  it.each([
    ['a demo root pinned at a site', demo, { profile: 'site' as const }],
    [
      'a site root pinned in the demo',
      repository,
      { profile: 'demo' as const },
    ],
    [
      'a site root that is named as a demo is',
      siteRepository({ name: 'DEMO-ROOT' }),
      {},
    ],
  ])('refuses %s', (_what, pinned, changes) => {
    const store = createStore(pinned, changes);
    expect(outcome(store, bundle(pinned))).toEqual({
      code: 'bundle-demo',
      where: 'pinned root',
    });
  });

  it('names a bundle of the other world, and another root’s, where it brings its root', () => {
    const other = siteRepository({ name: 'ROOT-2', roots: demo.roots });
    const namesake = siteRepository({ roots: demo.roots });
    const where = 'timestamp';
    expect(outcome(createStore(), bundle(demo))).toEqual({
      code: 'bundle-demo',
      where,
    });
    expect(outcome(createStore(demo), bundle(repository))).toEqual({
      code: 'bundle-demo',
      where,
    });
    for (const stranger of [other, namesake]) {
      expect(outcome(createStore(), bundle(stranger))).toEqual({
        code: 'bundle-root',
        where,
      });
    }
  });

  it('says no more than that nobody known signed where the root is missing, or none', () => {
    for (const root of [undefined, Uint8Array.of(1)]) {
      const files = { '1.root.json': () => root };
      expect(outcome(createStore(), bundle(demo, { files }))).toEqual({
        code: 'bundle-threshold',
        where: 'timestamp',
      });
    }
  });

  it('takes a bundle of an earlier root of the same name for an older one, not another’s', () => {
    const later = rotate(repository, { timestamp: roleKeys('later', 1) });
    const rootFile = publish(later).get('2.root.json') ?? new Uint8Array();
    const store = createStore(repository, { rootFile });
    expect(outcome(store, bundle(repository))).toEqual({
      code: 'bundle-threshold',
      where: 'timestamp',
    });
  });

  it('names a stored set that was taken under another root', () => {
    const stored = holding(demo);
    const elsewhere = (rootFile: Uint8Array): unknown => {
      const { bundle: file } = stored.held();
      const { chunk } = stored;
      return readStored(file, { ...createStore(), rootFile }, { chunk });
    };
    expect(elsewhere(firstRoot(repository))).toMatchObject({
      error: { code: 'bundle-demo' },
    });
  });
});
