import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstRoot, raise, rotate, type Repository } from '#fixtures/issuer';
import type { Pin } from '#core/trust';
import type { Store } from '#db';
import { sha256 } from '#kiosk/crypto';
import { openUpdates } from '#kiosk/trust';
import { metadata } from '#kiosk/tuf';
import {
  hourMs,
  nowMs,
  quick,
  siteContent,
  testKey,
  trustedNow,
} from '../../core/trust/signing.ts';
import {
  bundle,
  roleKeys,
  siteRepository,
} from '../../core/trust/tuf/repositories.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';

const repository = siteRepository({ versions: { timestamp: 9 } });
const pin: Pin = {
  rootFile: firstRoot(repository),
  profile: 'site',
  metadata,
  signatures: quick,
  sha256,
};
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

describe('the updates of a lane', () => {
  it('are held across restarts, each read again through all checks', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(openUpdates(store, pin).held()).toBeUndefined();
    expect(take(store, repository)).toBe('replaced');
    store.close();
    const again = openUpdates(storeIn(folder), pin);
    expect(again.held()?.content.version).toBe(9);
    expect(again.apply(bundle(repository), trustedNow)).toMatchObject({
      value: { kind: 'unchanged' },
    });
  });

  it('let a later root take versions back, and a store nothing else', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const clean = { ...repository, issuers: recovered.issuers };
    expect(take(store, clean)).toBe('replaced');
    expect(take(store, { ...clean, versions: { timestamp: 8 } })).toBe(
      'bundle-rollback',
    );
    expect(take(store, recovered)).toBe('replaced');
    store.close();
    const again = storeIn(folder);
    const held = openUpdates(again, pin).held();
    expect(held?.content.version).toBe(2);
    expect(held?.root.version).toBe(2);
    expect(() => {
      again.trust.replace({
        bundle: Uint8Array.of(1),
        content: siteContent({ version: 99, signedAtMs: nowMs }),
      });
    }).toThrow('never goes back');
    expect(openUpdates(again, pin).held()?.root.version).toBe(2);
  });

  it('do not believe a file that was changed in the store', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(store, repository);
    store.close();
    const raw = new Database(join(folder, 'postern.db'));
    raw.exec(`UPDATE bundle SET file = CAST(file || x'00' AS BLOB)`);
    raw.close();
    const again = openUpdates(storeIn(folder), pin);
    expect(again.held()).toBeUndefined();
  });

  it('do not take a bundle of the older kind that is held for one of theirs', () => {
    const store = storeIn(newFolder());
    const { publicKey } = testKey('ROOT-1');
    store.trust.replace({ bundle: publicKey, content: siteContent() });
    const updates = openUpdates(store, pin);
    expect(updates.held()).toBeUndefined();
    expect(updates.apply(bundle(repository), trustedNow).ok).toBe(true);
  });
});

describe('a lane killed during a rotation of the root', () => {
  const next = raise(
    {
      ...rotate(repository, { timestamp: roleKeys('timestamp later', 1) }),
      signedAtMs: nowMs,
    },
    'timestamp',
  );

  it.each<[string, (trust: Store['trust']) => Store['trust'], number]>([
    ['as it reads what it holds', ({ replace }) => ({ replace, file: die }), 1],
    ['before it writes', ({ file }) => ({ file, replace: die }), 1],
    [
      'after it has written',
      ({ file, replace }) => ({
        file,
        replace: (held) => {
          replace(held);
          die();
        },
      }),
      2,
    ],
  ])('%s can still update', (_when, dying, rootVersion) => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(store, repository);
    const trust = dying(store.trust);
    expect(() => take({ ...store, trust }, next)).toThrow('killed');
    store.close();

    const again = storeIn(folder);
    expect(openUpdates(again, pin).held()?.root.version).toBe(rootVersion);
    expect(take(again, next)).toBe(
      rootVersion === 2 ? 'unchanged' : 'replaced',
    );
    expect(openUpdates(again, pin).held()?.root.version).toBe(2);
  });

  it('within the transaction keeps all of the old set, or none of it', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(store, repository);
    // The set is written, and what it says of the time is not.
    const raw = new Database(join(folder, 'postern.db'));
    raw.exec(`
      CREATE TRIGGER killed BEFORE UPDATE ON clock
      BEGIN SELECT RAISE(ABORT, 'killed'); END`);
    expect(() => take(store, next)).toThrow('killed');
    expect(openUpdates(store, pin).held()?.root.version).toBe(1);
    raw.exec('DROP TRIGGER killed');
    raw.close();
    expect(take(store, next)).toBe('replaced');
  });

  function die(): never {
    throw new Error('killed');
  }
});

function take(store: Store, from: Repository): string {
  const result = openUpdates(store, pin).apply(bundle(from), trustedNow);
  return result.ok ? result.value.kind : result.error.code;
}
