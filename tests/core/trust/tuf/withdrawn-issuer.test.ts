import { describe, expect, it } from 'vitest';
import { raise, statusList, type Repository } from '#fixtures/issuer';
import { hourMs, nowMs } from '../signing.ts';
import { bundle, outcome, restarted } from './repositories.ts';
import { keepingStore, publishing } from './large-list.ts';

describe('a withdrawn issuer', () => {
  const revoking = statusList({
    issuer: '51',
    list: 1,
    asOfMs: nowMs - 2 * hourMs,
    size: 100,
    revoked: [10],
  });
  const clean = { ...revoking, list: 2, chunks: [new Uint8Array(25)] };
  const before = publishing(revoking, clean);

  it('may drop its lists with its last key: who was on one that revoked is dead for good', () => {
    const store = keepingStore();
    expect(outcome(store, bundle(before))).toBe('replaced');
    const gone = withdrawn(before);
    expect(outcome(store, bundle(gone))).toBe('replaced');
    const { trust, kills } = store.held();
    expect(kills.ranges).toEqual([
      { issuer: '51', list: 1, from: 0, until: 100 },
    ]);
    expect(trust.status('51', 1, 10)).toBe('revoked');
    expect(trust.status('51', 1, 11)).toBe('revoked');
    expect(trust.status('51', 1, 100)).toBe('unknown-list');
    expect(trust.status('51', 2, 10)).toBe('unknown-list');
    expect(restarted(store)).toMatchObject({ value: { kills } });
    expect(outcome(store, bundle(gone))).toBe('unchanged');

    // Its keys come back, and a list under the same number that revokes nobody.
    const back = raise(
      {
        ...before,
        signedAtMs: nowMs,
        versions: gone.versions,
        issuers: publishing(clean, { ...clean, list: 1 }).issuers,
      },
      'timestamp',
      'snapshot',
      'issuer.51',
      'status.51',
    );
    expect(outcome(store, bundle(back))).toBe('replaced');
    expect(store.held().trust.status('51', 1, 11)).toBe('revoked');
    expect(store.held().trust.status('51', 2, 10)).toBe('normal');
  });

  it('may keep its lists, and then they say what they said', () => {
    const store = keepingStore();
    expect(outcome(store, bundle(before))).toBe('replaced');
    const { issuers } = before;
    const kept = { ...withdrawn(before), issuers: issuers.map(withoutKeys) };
    expect(outcome(store, bundle(kept))).toBe('replaced');
    expect(store.held().kills.ranges).toEqual([]);
    expect(store.held().trust.status('51', 1, 11)).toBe('normal');
  });

  function withdrawn(from: Repository): Repository {
    const [gone, ...others] = from.issuers;
    if (gone === undefined) throw new Error('there are issuers');
    return raise(
      {
        ...from,
        signedAtMs: nowMs - hourMs / 2,
        issuers: [{ ...withoutKeys(gone), statusLists: [] }, ...others],
      },
      'timestamp',
      'snapshot',
      'issuer.51',
      'status.51',
    );
  }

  function withoutKeys(
    issuer: Repository['issuers'][number],
  ): Repository['issuers'][number] {
    return issuer.issuer.id === '51' ? { ...issuer, keys: [] } : issuer;
  }
});
