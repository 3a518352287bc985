import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  publish,
  raise,
  rotate,
  type Repository,
  type Tampering,
} from '#fixtures/issuer';
import { apply, type Kills, readStored } from '#core/trust';
import { nowMs, quick, trustedNow } from '../signing.ts';
import {
  bundle,
  createStore,
  holding,
  outcome,
  repositoryIssuer,
  restarted,
  roleKeys,
  siteRepository,
  inside,
} from './repositories.ts';
import { replaced } from './tampering.ts';

const repository = siteRepository();
const beside = { chunk: () => undefined };

describe('apply, a bundle that leaves no room for what the kiosk itself remembers', () => {
  const owners = ['51', '37', '32', '33'];
  const roomy: Repository = {
    ...repository,
    issuers: owners.map((id) => repositoryIssuer(id, { statusLists: [] })),
  };
  const largest = 64 * 1_048_576;
  const most = 16 * 1_048_576 - 5_000;
  const rest = largest - padded(most - 20_000).length - 3 * 20_000;

  it.each([
    ['is refused', 0, { code: 'bundle-file', where: 'oversized' }],
    ['is taken with a little more of it', 200, 'replaced'],
  ])('%s', (_what, spare, expected) => {
    const file = padded(most, most - 20_000 + rest - spare);
    expect(file).toHaveLength(largest - spare);
    expect(outcome(createStore(), file)).toEqual(expected);
  });

  /** Four files of keys, each with so many bytes of what a later kiosk may know. */
  function padded(others: number, first: number = others): Uint8Array {
    const tamperings = roomy.issuers.map(({ issuer }, at) =>
      replaced(`keys/${issuer.id}/keys.cbor`, `issuer.${issuer.id}`, {
        issuer,
        keys: [],
        later: new Uint8Array(at === 0 ? first : others),
      }),
    );
    return bundle(
      roomy,
      tamperings.reduce<Tampering>(
        (all, { unsigned, files }) => ({
          unsigned: { ...all.unsigned, ...unsigned },
          files: { ...all.files, ...files },
        }),
        {},
      ),
    );
  }
});

describe('apply, how far the root may lead', () => {
  // Every key is the same here, and asked about hundreds of times.
  const signatures = { ...quick, isTorsionFree: () => true };
  const far = steps(repository, 256);

  it('takes 256 steps at once, and refuses one more', () => {
    const store = createStore(repository, { signatures });
    expect(outcome(store, bundle(steps(far, 1)))).toEqual({
      code: 'bundle-rotations',
      where: '258.root.json',
    });
    expect(outcome(store, bundle(far))).toBe('replaced');
    expect(store.current()?.root.version).toBe(257);
  });

  it('counts from the root that is held, and reads all of them back', () => {
    const store = createStore(repository, { signatures });
    expect(outcome(store, bundle(far))).toBe('replaced');
    const further = raise({ ...steps(far, 1), signedAtMs: nowMs }, 'timestamp');
    expect(outcome(store, bundle(further))).toBe('replaced');
    const again = restarted(store);
    expect(again.ok && again.value.root.version).toBe(258);
  });

  function steps(from: Repository, count: number): Repository {
    return Array.from({ length: count }).reduce<Repository>(
      (before) => rotate(before),
      from,
    );
  }
});

describe('apply, a pinned root', () => {
  it('is no more believed than any other document', () => {
    const rootFile = new Uint8Array(10);
    expect(
      outcome(createStore(repository, { rootFile }), bundle(repository)),
    ).toEqual({ code: 'bundle-not-metadata', where: 'pinned root' });
  });

  it('need not be the first', () => {
    const later = rotate(repository);
    const rootFile = publish(later).get('2.root.json') ?? new Uint8Array();
    const store = createStore(repository, { rootFile });
    expect(outcome(store, bundle(rotate(later)))).toBe('replaced');
    expect(store.current()?.files.has('2.root.json')).toBe(false);
    expect(store.current()?.root.version).toBe(3);
  });
});

describe('apply, all issuers together', () => {
  it('are at most 256', () => {
    const shared = roleKeys('all of them', 1);
    const issuers = Array.from({ length: 257 }, (_, index) =>
      repositoryIssuer(`P${index}`, {
        keys: [],
        statusLists: [],
        keysBy: shared,
        statusBy: shared,
      }),
    );
    expect(outcome(createStore(), bundle({ ...repository, issuers }))).toEqual({
      code: 'bundle-malformed',
      where: 'issuers',
    });
    const fewer = { ...repository, issuers: issuers.slice(1) };
    expect(outcome(createStore(), bundle(fewer))).toBe('replaced');
  });

  it('have at most 4,096 keys, which is seen before any of them is looked at', () => {
    const issuers = ['51', '37'].map((id) => {
      const issuer = repositoryIssuer(id, { statusLists: [] });
      const keys = Array.from({ length: 2049 }).flatMap(() => issuer.keys);
      return { ...issuer, keys };
    });
    expect(outcome(createStore(), bundle({ ...repository, issuers }))).toEqual({
      code: 'bundle-malformed',
      where: 'keys',
    });
  });
});

describe('apply, a list of documents', () => {
  it('may leave out length and hash, and then goes by the version', () => {
    expect(outcome(createStore(), listing(1))).toBe('replaced');
    expect(outcome(createStore(), listing(2))).toEqual({
      code: 'bundle-mixed',
      where: 'targets.json',
    });
  });

  function listing(version: number): Uint8Array {
    return bundle(repository, {
      unsigned: {
        'snapshot.json': (signed) => ({
          ...signed,
          meta: Object.fromEntries(
            Object.keys(inside(signed, 'meta')).map((name) => [
              name,
              { version },
            ]),
          ),
        }),
      },
    });
  }

  it('may go on listing a role that has been withdrawn, and must', () => {
    const store = holding(
      siteRepository({ issuers: [cleanIssuer('51'), cleanIssuer('37')] }),
    );
    const withdrawn = raise(
      { ...repository, issuers: [cleanIssuer('51')], signedAtMs: nowMs },
      'timestamp',
      'snapshot',
      'targets',
    );
    const listed = Object.fromEntries(
      ['issuer.37.json', 'status.37.json'].map((name) => [
        name,
        { version: 1 },
      ]),
    );
    const sent = bundle(withdrawn, {
      unsigned: {
        'snapshot.json': (signed) => ({
          ...signed,
          meta: { ...inside(signed, 'meta'), ...listed },
        }),
      },
    });
    expect(outcome(store, bundle(withdrawn))).toMatchObject({
      code: 'bundle-vanished',
    });
    expect(outcome(store, sent)).toBe('replaced');
    expect(store.current()?.trust.issuer('37')).toBeUndefined();
  });

  function cleanIssuer(id: string): Repository['issuers'][0] {
    return repositoryIssuer(id, { statusLists: [] });
  }
});

describe('apply, the memory of what was killed', () => {
  it('has an end that no publisher comes near by honest work', () => {
    const kids = Array.from({ length: 65_536 }, (_, index) =>
      index.toString(16).padStart(16, '0'),
    );
    const store = holding(repository);
    expect(outcome(store, bundle(killing({ kids, ranges: [] }, 1)))).toBe(
      'replaced',
    );
    const more = killing({ kids: ['f'.repeat(16)], ranges: [] }, 2);
    expect(outcome(store, bundle(more))).toEqual({
      code: 'bundle-malformed',
      where: 'policy/kills.cbor',
    });
  });

  it('is the same whatever the order in which it came', () => {
    const ranges = [3, 1, 2].map((list) => ({
      issuer: '51',
      list,
      from: 0,
      until: 9,
    }));
    const memories = [ranges, ranges.toReversed()].map((order) => {
      const store = holding(repository);
      order.forEach((range, index) => {
        const next = killing({ kids: [], ranges: [range] }, index + 1);
        expect(outcome(store, bundle(next))).toBe('replaced');
      });
      return store.current()?.kills;
    });
    expect(memories[0]).toEqual(memories[1]);
    expect(memories[0]?.ranges.map(({ list }) => list)).toEqual([1, 2, 3]);
  });

  it('is not believed where it cannot be read', () => {
    const store = holding(repository);
    const files = new Map([
      ...(store.current()?.files ?? []),
      ['held/kills.cbor', Uint8Array.of(1)],
    ]);
    expect(readStored(bundleOf(files), store, beside)).toEqual({
      ok: false,
      error: { code: 'bundle-malformed', where: 'held/kills.cbor' },
    });
  });

  /** What the policy role publishes as its nth next version. */
  function killing(kills: Kills, nth: number): Repository {
    return Array.from({ length: nth }).reduce<Repository>(
      (before) => raise(before, 'timestamp', 'snapshot', 'policy'),
      { ...repository, kills, signedAtMs: nowMs + nth },
    );
  }
});

describe('readStored', () => {
  it('is refused whole where its bytes are no bundle file', () => {
    const store = holding(repository);
    expect(readStored(new Uint8Array(3), store, beside)).toEqual({
      ok: false,
      error: { code: 'bundle-file', where: 'not-a-bundle-file' },
    });
    expect(apply(bundle(repository), trustedNow, store)).toMatchObject({
      ok: true,
    });
  });
});
