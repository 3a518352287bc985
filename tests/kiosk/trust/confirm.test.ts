import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toImportDraft, type EntryDraft } from '#core/log';
import { StoreError } from '#db';
import { openTrust, tombstonesIn, type ConfirmedBundle } from '#kiosk/trust';
import { nowMs, trustedNow } from '../../core/trust/signing.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { pin, repository } from './pinned.ts';
import { later, restarted, take, tokenFor, trustIn } from './trust-in.ts';

const minuteAgoMs = nowMs - 60_000;

describe('a freshness token', () => {
  it('makes what is held as young as it says, with an entry', () => {
    const { trust, store, token } = holding();
    expect(trust.asOfMs()).toBe(repository.signedAtMs);
    expect(trust.confirmedAtMs()).toBeUndefined();
    const confirmed = { signedAtMs: minuteAgoMs, version: 9 };
    expect(trust.confirm(token, trustedNow, entryOf)).toEqual({
      ok: true,
      value: confirmed,
    });
    expect(trust.asOfMs()).toBe(minuteAgoMs);
    expect(trust.confirmedAtMs()).toBe(minuteAgoMs);
    expect(store.entries.head().seq).toBe(1);
  });

  it('is believed after a restart, and after it has run out', () => {
    const { folder, trust, store, token } = holding();
    trust.confirm(token, trustedNow, entryOf);
    store.close();
    // A restart is told no time at all.
    expect(restarted(folder).asOfMs).toBe(minuteAgoMs);
  });

  it('says nothing new a second time, and is no second entry', () => {
    const { trust, store, token } = holding();
    trust.confirm(token, trustedNow, entryOf);
    expect(trust.confirm(token, trustedNow, entryOf)).toEqual({
      ok: false,
      error: 'token.older',
    });
    expect(store.entries.head().seq).toBe(1);
  });

  it('stops counting with the bundle it was about', () => {
    const { folder, trust, store, token } = holding();
    trust.confirm(token, trustedNow, entryOf);
    const other = later(repository, 10, { signedAtMs: nowMs - 120_000 });
    expect(take(trust, other)).toBe('replaced');
    expect(trust.asOfMs()).toBe(nowMs - 120_000);
    expect(trust.confirmedAtMs()).toBeUndefined();
    store.close();
    expect(restarted(folder).asOfMs).toBe(nowMs - 120_000);
  });

  it('means nothing where nothing is held', () => {
    const folder = newFolder();
    const trust = trustIn(folder, storeIn(folder));
    const { token } = holding();
    expect(trust.confirm(token, trustedNow, entryOf)).toEqual({
      ok: false,
      error: 'token.no-bundle',
    });
  });

  it('that the store could not keep confirms nothing', () => {
    const { folder, store, token } = holding();
    const meta = {
      ...store.meta,
      set: () => {
        throw new StoreError({ code: 'store.full', message: 'planted' });
      },
    };
    const trust = openTrust({ ...store, meta }, pin, tombstonesIn(folder));
    expect(() => trust.confirm(token, trustedNow, entryOf)).toThrow(StoreError);
    expect(trust.asOfMs()).toBe(repository.signedAtMs);
  });

  it('that someone put into the database makes nothing younger', () => {
    const { folder, trust, store, token } = holding();
    trust.confirm(token, trustedNow, entryOf);
    store.close();
    const raw = new Database(join(folder, 'postern.db'));
    raw.exec(
      "UPDATE meta SET value = value || 'A' WHERE name = 'freshness-token'",
    );
    raw.close();
    expect(restarted(folder).asOfMs).toBe(repository.signedAtMs);
  });

  function holding() {
    const folder = newFolder();
    const store = storeIn(folder);
    const trust = trustIn(folder, store);
    take(trust, repository);
    const held = trust.held();
    if (held === undefined) throw new Error('it was taken');
    return { folder, store, trust, token: tokenFor(held) };
  }

  function entryOf({ version, signedAtMs }: ConfirmedBundle): EntryDraft {
    return toImportDraft({
      id: '01931f00-0000-7000-8000-0000000000c2',
      at: trustedNow,
      fileHash: new Uint8Array(32),
      result: { kind: 'confirmed', version, asOfMs: signedAtMs },
    });
  }
});
