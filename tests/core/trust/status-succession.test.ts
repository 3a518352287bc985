import { describe, expect, it } from 'vitest';
import { raise, statusList, type Repository } from '#fixtures/issuer';
import type { StatusList } from '#core/trust';
import { hourMs, nowMs } from './signing.ts';
import {
  bundle,
  holding,
  outcome,
  repositoryIssuer,
  sampleList,
  siteRepository,
} from './tuf/repositories.ts';

const heldAtMs = nowMs - hourMs;
const unrevokes = { code: 'bundle-unrevokes', where: 'statusLists.0' };

describe('a status list that follows the one held', () => {
  it.each<[string, StatusList]>([
    ['normal', sampleList({ revoked: [], asOfMs: nowMs })],
    ['hold', sampleList({ hold: [1, 2], revoked: [], asOfMs: nowMs })],
    ['changed', sampleList({ revoked: [], changed: [2, 3], asOfMs: nowMs })],
    [
      'nothing, for the list has become shorter',
      sampleList({ size: 2, revoked: [], changed: [], asOfMs: nowMs }),
    ],
  ])('cannot let a revoked index become %s', (_what, next) => {
    expect(after([sampleList()], [next])).toEqual(unrevokes);
  });

  it('may lift holds and changes, revoke more and cover more', () => {
    const next = sampleList({
      size: 9,
      hold: [3],
      revoked: [0, 2, 8],
      changed: [],
    });
    expect(after([sampleList()], [next])).toBe('replaced');
  });

  it('may go where nothing was revoked on it, and not otherwise', () => {
    expect(after([sampleList({ revoked: [] })], [])).toBe('replaced');
    expect(after([sampleList()], [])).toEqual({
      code: 'bundle-unrevokes',
      where: 'statusLists',
    });
  });

  it('cannot be as of earlier', () => {
    const list = sampleList({ revoked: [] });
    expect(after([list], [{ ...list, asOfMs: heldAtMs }])).toBe('replaced');
    expect(after([list], [{ ...list, asOfMs: heldAtMs - 1 }])).toEqual({
      code: 'bundle-rollback',
      where: 'statusLists.0.asOfMs',
    });
  });

  it('is compared with itself, not with another of its issuer or its number', () => {
    const one = { issuer: '51', list: 1, asOfMs: 0, size: 4 };
    const lists = [
      statusList(one),
      statusList({ ...one, list: 2, revoked: [0] }),
      statusList({ ...one, issuer: '37', list: 2 }),
    ];
    expect(after(lists, lists)).toBe('replaced');
  });
});

/** What a kiosk that holds the first lists says of the others, published next. */
function after(
  held: readonly StatusList[],
  next: readonly StatusList[],
): unknown {
  const before = publishing(held);
  const later = { ...publishing(next), signedAtMs: nowMs };
  const roles = ['timestamp', 'snapshot', 'status.51', 'status.37'];
  return outcome(holding(before), bundle(raise(later, ...roles)));
}

function publishing(lists: readonly StatusList[]): Repository {
  return siteRepository({
    issuers: ['51', '37'].map((id) =>
      repositoryIssuer(id, {
        statusLists: lists.filter(({ issuer }) => issuer === id),
      }),
    ),
  });
}
