import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toImportDraft, type EntryDraft } from '#core/log';
import { StoreError, type Store } from '#db';
import { raise, rotate, type Repository } from '#fixtures/issuer';
import { openTrust, tombstonesIn, type TombstoneFile } from '#kiosk/trust';
import {
  hourMs,
  nowMs,
  siteContent,
  trustedNow,
} from '../../core/trust/signing.ts';
import { bundle, roleKeys } from '../../core/trust/tuf/repositories.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { pin, repository } from './pinned.ts';
import { later, restarted, take, trustIn } from './trust-in.ts';

/** Other keys for the time, and its versions from the start again. */
const recovered: Repository = {
  ...rotate(repository, {
    root: roleKeys('root later', 3, 2),
    timestamp: roleKeys('timestamp later', 1),
  }),
  versions: { timestamp: 2 },
  signedAtMs: nowMs - 2 * hourMs,
  issuers: repository.issuers.map((issuer) => ({ ...issuer, statusLists: [] })),
};

const entry: EntryDraft = toImportDraft({
  id: '01931f00-0000-7000-8000-0000000000c2',
  at: trustedNow,
  fileHash: new Uint8Array(32),
  result: { kind: 'applied', version: 9 },
});

describe('the trust of a lane', () => {
  it('is held across restarts, read again through all checks each time', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(trustIn(folder, store).held()).toBeUndefined();
    expect(take(trustIn(folder, store), repository)).toBe('replaced');
    store.close();
    const again = trustIn(folder, storeIn(folder));
    expect(again.held()?.content.version).toBe(9);
    expect(again.asOfMs()).toBe(repository.signedAtMs);
    expect(take(again, repository)).toBe('unchanged');
  });

  it('has the root it was given until a bundle brings another', () => {
    const folder = newFolder();
    const trust = trustIn(folder, storeIn(folder));
    expect(trust.root().version).toBe(1);
    expect(take(trust, recovered)).toBe('replaced');
    expect(trust.root().version).toBe(2);
  });

  it('lets a later root take versions back, and a store nothing else', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    const clean = { ...repository, issuers: recovered.issuers };
    expect(take(trust, clean)).toBe('replaced');
    expect(take(trust, { ...clean, versions: { timestamp: 8 } })).toBe(
      'bundle-rollback',
    );
    expect(take(trust, recovered)).toBe('replaced');
    store.close();
    const again = storeIn(folder);
    const held = trustIn(folder, again).held();
    expect(held?.content.version).toBe(2);
    expect(held?.root.version).toBe(2);
    expect(() => {
      again.trust.replace({
        bundle: Uint8Array.of(1),
        chunks: new Map(),
        root: { version: 1 },
        content: siteContent({ version: 99, signedAtMs: nowMs }),
      });
    }).toThrow('never goes back');
    expect(trustIn(folder, again).held()?.root.version).toBe(2);
  });

  it('does not believe a file that was changed in the store', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    store.close();
    alter(folder, `UPDATE bundle SET file = CAST(file || x'00' AS BLOB)`);
    expect(restarted(folder).held).toBeUndefined();
  });

  it('says what a bundle would come to, and takes nothing', () => {
    const folder = newFolder();
    const trust = trustIn(folder, storeIn(folder));
    expect(trust.wouldTake(bundle(repository), trustedNow)).toMatchObject({
      value: { kind: 'replaced', version: 9 },
    });
    expect(trust.held()).toBeUndefined();
    take(trust, repository);
    const older = { ...repository, versions: { timestamp: 8 } };
    expect(trust.wouldTake(bundle(older), trustedNow)).toMatchObject({
      error: { code: 'bundle-rollback' },
    });
  });

  it('keeps what it takes together with the entry that says so', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    const logged = (): number => store.entries.head().seq;
    trust.apply(bundle(repository), trustedNow, () => entry);
    expect(logged()).toBe(1);
    trust.apply(bundle(repository), trustedNow, () => entry);
    expect(logged()).toBe(1);
    alter(
      folder,
      `CREATE TRIGGER full BEFORE INSERT ON entry
       BEGIN SELECT RAISE(ABORT, 'no entry'); END`,
    );
    const next = { ...entry, id: '01931f00-0000-7000-8000-0000000000c3' };
    expect(() =>
      trust.apply(bundle(later(repository, 10)), trustedNow, () => next),
    ).toThrow('no entry');
    expect(trust.held()?.content.version).toBe(9);
    expect(trustIn(folder, store).held()?.content.version).toBe(9);
  });

  it('adopts what was decided against what it holds, and nothing else', () => {
    const folder = newFolder();
    const trust = trustIn(folder, storeIn(folder));
    const before = trust.basis();
    take(trust, repository);
    const held = trust.held();
    if (held === undefined) throw new Error('it was taken');
    expect(trust.adopt(held, before, entry)).toBe(false);
    expect(trust.adopt(held, trust.basis(), entry)).toBe(true);
  });
});

describe('a commit that failed', () => {
  it('counts if it reached the disk all the same, and its entry is there once', () => {
    const { folder, store, trust } = failing((replace) => replace);
    expect(() => trust.apply(next, trustedNow, () => entry)).toThrow(
      StoreError,
    );
    expect(trust.held()?.content.version).toBe(9);
    expect(trust.apply(next, trustedNow, () => entry)).toMatchObject({
      value: { kind: 'unchanged' },
    });
    expect(trust.held()?.content.version).toBe(10);
    expect(store.entries.head().seq).toBe(1);
    expect(trustIn(folder, store).held()?.content.version).toBe(10);
  });

  it('leaves what was held where it did not', () => {
    const { store, trust } = failing(() => () => undefined);
    expect(() => trust.apply(next, trustedNow, () => entry)).toThrow(
      StoreError,
    );
    expect(trust.basis().held?.content.version).toBe(9);
    expect(store.entries.head().seq).toBe(0);
    expect(trust.apply(next, trustedNow, () => entry)).toMatchObject({
      value: { kind: 'replaced' },
    });
    expect(store.entries.head().seq).toBe(1);
  });

  const next = bundle(later(repository, 10));

  /** The first time it does what it is told to, and then fails. */
  function failing(
    once: (replace: Replace) => (...all: Parameters<Replace>) => void,
  ) {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    let isFirst = true;
    const trust: Store['trust'] = {
      ...store.trust,
      replace: (held, entries) => {
        if (!isFirst) {
          store.trust.replace(held, entries);
          return;
        }
        isFirst = false;
        once((...all) => {
          store.trust.replace(...all);
        })(held, entries);
        throw new StoreError({ code: 'store.io', message: 'planted' });
      },
    };
    const kept = { ...store, trust };
    return { folder, store, trust: openTrust(kept, pin, tombstonesIn(folder)) };
  }

  type Replace = Store['trust']['replace'];
});

describe('a lane killed during a rotation of the root', () => {
  const next = raise(
    {
      ...rotate(repository, { timestamp: roleKeys('timestamp later', 1) }),
      signedAtMs: nowMs,
      kills: { kids: ['00000000000000aa'], ranges: [] },
    },
    'timestamp',
    'snapshot',
    'policy',
  );

  it.each<
    [
      string,
      (trust: Store['trust'], file: TombstoneFile) => Partial<Dying>,
      number,
    ]
  >([
    [
      'as it reads what it holds',
      (trust) => ({ trust: { ...trust, file: die } }),
      1,
    ],
    [
      'as it reads its tombstones',
      (_, file) => ({ file: { ...file, read: die } }),
      1,
    ],
    [
      'before it writes who is dead',
      (_, file) => ({ file: { ...file, write: die } }),
      1,
    ],
    [
      'after it has written who is dead',
      (_, file) => ({ file: { ...file, write: after(file.write) } }),
      1,
    ],
    [
      'before it writes the bundle',
      (trust) => ({ trust: { ...trust, replace: die } }),
      1,
    ],
    [
      'after it has written the bundle',
      (trust) => ({ trust: { ...trust, replace: after(trust.replace) } }),
      2,
    ],
    [
      'before it writes which version that was',
      (_, file) => ({ file: { ...file, write: second(file.write, die) } }),
      2,
    ],
    [
      'after it has written which version that was',
      (_, file) => ({
        file: { ...file, write: second(file.write, after(file.write)) },
      }),
      2,
    ],
  ])('%s can still update', (_when, dying, rootVersion) => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    const file = tombstonesIn(folder);
    const { trust } = store;
    const about = { trust, file, ...dying(trust, file) };
    expect(() =>
      take(openTrust({ ...store, trust: about.trust }, pin, about.file), next),
    ).toThrow('killed');
    store.close();

    const again = storeIn(folder);
    expect(trustIn(folder, again).held()?.root.version).toBe(rootVersion);
    expect(take(trustIn(folder, again), next)).toBe(
      rootVersion === 2 ? 'unchanged' : 'replaced',
    );
    const { held } = { held: trustIn(folder, again).held() };
    expect(held?.root.version).toBe(2);
    expect(held?.trust.isKilled('00000000000000aa')).toBe(true);
    expect(tombstonesIn(folder).read()).toMatchObject({
      rootVersion: 2,
      kills: { kids: ['00000000000000aa'] },
    });
  });

  it('within the transaction keeps all of the old set, or none of it', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    take(trust, repository);
    // The set is written, and what it says of the time is not.
    const raw = new Database(join(folder, 'postern.db'));
    raw.exec(`
      CREATE TRIGGER killed BEFORE UPDATE ON clock
      BEGIN SELECT RAISE(ABORT, 'killed'); END`);
    expect(() => take(trust, next)).toThrow('killed');
    expect(trustIn(folder, store).held()?.root.version).toBe(1);
    raw.exec('DROP TRIGGER killed');
    raw.close();
    expect(take(trust, next)).toBe('replaced');
  });

  interface Dying {
    readonly trust: Store['trust'];
    readonly file: TombstoneFile;
  }

  function die(): never {
    throw new Error('killed');
  }

  function after<A extends unknown[]>(
    work: (...all: A) => void,
  ): (...all: A) => never {
    return (...all) => {
      work(...all);
      die();
    };
  }

  function second<A extends unknown[]>(
    first: (...all: A) => void,
    then: (...all: A) => void,
  ): (...all: A) => void {
    let calls = 0;
    return (...all) => {
      calls += 1;
      (calls === 1 ? first : then)(...all);
    };
  }
});

function alter(folder: string, sql: string): void {
  const raw = new Database(join(folder, 'postern.db'));
  raw.exec(sql);
  raw.close();
}
