import Database from 'better-sqlite3';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toImportDraft } from '#core/log';
import type { HeldBundle } from '#core/trust';
import { StoreError } from '#db';
import type { Repository } from '#fixtures/issuer';
import { openTrust, tombstonesIn } from '#kiosk/trust';
import { nowMs, trustedNow } from '../../core/trust/signing.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { pin, repository } from './pinned.ts';
import { later, restarted, take, trustIn } from './trust-in.ts';

const entry = toImportDraft({
  id: '01931f00-0000-7000-8000-0000000000c2',
  at: trustedNow,
  fileHash: new Uint8Array(32),
  result: { kind: 'applied', version: 9 },
});

describe('a bundle of which the store can read nothing but how new it was', () => {
  it.each([
    ['with', () => undefined],
    [
      'without',
      (folder: string) => {
        rmSync(join(folder, 'tombstones.cbor'));
      },
    ],
  ])('is not gone behind, %s tombstones', (_which, spoil) => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    alter(folder, `UPDATE bundle SET file = x'00'`);
    spoil(folder);
    const trust = trustIn(folder, store);
    expect(trust.held()).toBeUndefined();
    const older = { ...repository, versions: { timestamp: 8 } };
    expect(take(trust, older)).toBe('bundle-rollback');
    const sooner = { ...repository, signedAtMs: repository.signedAtMs - 1 };
    const earlier = {
      ...sooner,
      issuers: repository.issuers.map((issuer) => ({
        ...issuer,
        statusLists: [],
      })),
      policy: { ...sooner.policy, asOfMs: 0 },
    };
    expect(take(trust, earlier)).toBe('bundle-rollback');
    expect(trust.adopt(decided(earlier), trust.basis(), entry)).toBe(false);
    expect(take(trust, repository)).toBe('replaced');
  });

  /** What another thread would have made of it. */
  function decided(from: Repository): HeldBundle {
    const elsewhere = newFolder();
    const trust = trustIn(elsewhere, storeIn(elsewhere));
    take(trust, from);
    const held = trust.held();
    if (held === undefined) throw new Error('it was taken');
    return held;
  }
});

describe('a database put back from a copy', () => {
  const kid = '00000000000000aa';
  const killing = later(repository, 10, {
    kills: { kids: [kid], ranges: [] },
  });

  it('brings no dead key back, through a restart and an older bundle', () => {
    const { folder, put } = copied(repository, killing);
    put();
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    expect(trust.held()).toBeUndefined();
    expect(trust.asOfMs()).toBeUndefined();
    expect(take(trust, repository)).toBe('bundle-rollback');
    expect(take(trust, later(repository, 9))).toBe('bundle-rollback');
    store.close();
    expect(restarted(folder).held).toBeUndefined();

    const again = storeIn(folder);
    expect(take(trustIn(folder, again), killing)).toBe('replaced');
    const forgetful = later(repository, 11, { signedAtMs: nowMs + 1 });
    expect(take(trustIn(folder, again), forgetful)).toBe('replaced');
    expect(trustIn(folder, again).held()?.trust.isKilled(kid)).toBe(true);
  });

  it('is believed where it is as new as what was ever taken', () => {
    const { folder, put } = copied(repository, repository);
    put();
    expect(restarted(folder).held?.content.version).toBe(9);
  });

  it.each([
    ['lost', (file: string) => rmSync(file)],
    [
      'damaged',
      (file: string) => {
        copyFileSync(`${file.replace(/[^/]+$/, '')}postern.db`, file);
      },
    ],
  ])('is not believed where the tombstones are %s', (_what, spoil) => {
    const { folder } = copied(repository, repository);
    spoil(join(folder, 'tombstones.cbor'));
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    expect(trust.held()).toBeUndefined();
    const older = { ...repository, versions: { timestamp: 8 } };
    expect(take(trust, older)).toBe('bundle-rollback');
    expect(trustIn(folder, store).held()).toBeUndefined();
    expect(take(trust, repository)).toBe('replaced');
    store.close();
    expect(restarted(folder).held?.content.version).toBe(9);
  });

  it('leaves the dead dead where both the database and what it was are gone', () => {
    const { folder } = copied(repository, killing);
    rmSync(join(folder, 'postern.db'));
    const store = storeIn(folder);
    expect(take(trustIn(folder, store), repository)).toBe('bundle-rollback');
    expect(take(trustIn(folder, store), killing)).toBe('replaced');
  });

  /** A folder that took one bundle, was copied, and took the other. */
  function copied(
    first: Repository,
    then: Repository,
  ): { readonly folder: string; put(): void } {
    const folder = newFolder();
    const live = join(folder, 'postern.db');
    const copy = join(newFolder(), 'copy.db');
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    take(trust, first);
    store.close();
    copyFileSync(live, copy);
    const again = storeIn(folder);
    take(trustIn(folder, again), then);
    again.close();
    return {
      folder,
      put: () => {
        for (const beside of ['-wal', '-shm']) {
          rmSync(`${live}${beside}`, { force: true });
        }
        copyFileSync(copy, live);
      },
    };
  }
});

describe('tombstones that cannot be written', () => {
  it('before a bundle is taken keep it from being taken', () => {
    const { trust, store, folder } = unwritable(1);
    expect(() => take(trust, repository)).toThrow(StoreError);
    expect(trust.held()).toBeUndefined();
    expect(trustIn(folder, store).held()).toBeUndefined();
    expect(take(trust, repository)).toBe('replaced');
  });

  it('after it has been are written at the next start', () => {
    const { trust, store, folder } = unwritable(2);
    expect(take(trust, repository)).toBe('replaced');
    expect(tombstonesIn(folder).read()).toMatchObject({ version: 0 });
    expect(trustIn(folder, store).held()?.content.version).toBe(9);
    expect(tombstonesIn(folder).read()).toMatchObject({ version: 9 });
  });

  /** The one write of that number fails. */
  function unwritable(number: number) {
    const folder = newFolder();
    const store = storeIn(folder);
    const file = tombstonesIn(folder);
    let writes = 0;
    const trust = openTrust(store, pin, {
      ...file,
      write: (tombstones) => {
        writes += 1;
        if (writes === number) {
          throw new StoreError({ code: 'store.full', message: 'planted' });
        }
        file.write(tombstones);
      },
    });
    return { folder, store, trust };
  }
});

function alter(folder: string, sql: string): void {
  const raw = new Database(join(folder, 'postern.db'));
  raw.exec(sql);
  raw.close();
}
