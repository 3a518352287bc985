import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusList } from '#fixtures/issuer';
import { issuerKey, siteContent, testKey, toHex } from './signing.ts';
import { trustOf } from './trust-of.ts';

const values = ['normal', 'hold', 'revoked', 'changed'] as const;
const heading = { issuer: '51', list: 9, asOfMs: 0 };

describe('readTrustList', () => {
  it('says of every index what its two bits say, and of no further index anything', () => {
    const statuses = fc.array(fc.constantFrom(...values), {
      minLength: 1,
      maxLength: 64,
    });
    fc.assert(
      fc.property(statuses, (told) => {
        const exceptions = new Map(told.entries());
        const list = statusList({ ...heading, size: told.length, exceptions });
        const trust = trustOf({ statusLists: [list] });
        for (const [index, status] of told.entries()) {
          expect(trust.status('51', 9, index)).toBe(status);
        }
        expect(trust.status('51', 9, told.length)).toBe('unknown-list');
      }),
    );
  });

  it.each(values)(
    'finds who is %s on either side of a border between chunks',
    (status) => {
      const border = 2 ** 20;
      const others = values[(values.indexOf(status) + 1) % 4] ?? 'normal';
      const at = [0, border - 1, border, 2 * border - 1, 2 * border];
      const around = [
        1,
        border - 2,
        border + 1,
        2 * border - 2,
        2 * border + 1,
      ];
      const list = statusList({
        ...heading,
        size: 2 * border + 2,
        exceptions: new Map([
          ...at.map((index) => [index, status] as const),
          ...around.map((index) => [index, others] as const),
        ]),
      });
      const trust = trustOf({ statusLists: [list] });
      expect(at.map((index) => trust.status('51', 9, index))).toEqual(
        at.map(() => status),
      );
      expect(around.map((index) => trust.status('51', 9, index))).toEqual(
        around.map(() => others),
      );
    },
  );

  it('knows nothing of an index whose chunk is not there', () => {
    const list = { ...heading, entries: 2 ** 20 + 1, chunks: [] };
    const trust = trustOf({ statusLists: [list] });
    expect(trust.status('51', 9, 0)).toBe('unknown-list');
  });

  it('keeps the lists of different issuers and numbers apart', () => {
    const list = { asOfMs: 0, size: 1 };
    const trust = trustOf({
      statusLists: [
        statusList({ ...list, issuer: '51', list: 1, hold: [0] }),
        statusList({ ...list, issuer: '51', list: 2, revoked: [0] }),
        statusList({ ...list, issuer: '37', list: 1, changed: [0] }),
      ],
    });
    expect(trust.status('51', 1, 0)).toBe('hold');
    expect(trust.status('51', 2, 0)).toBe('revoked');
    expect(trust.status('37', 1, 0)).toBe('changed');
    expect(trust.status('37', 2, 0)).toBe('unknown-list');
  });

  it('gives all keys of a kid and no others', () => {
    const kid = toHex(testKey('51').kid);
    const collides = issuerKey(testKey('51', 'collides'), { kid });
    const other = issuerKey(testKey('51', 'other'));
    const first = issuerKey(testKey('51'));
    const trust = trustOf({ keys: [first, other, collides] });
    expect(trust.keys(kid)).toEqual([first, collides]);
    expect(trust.keys(other.kid)).toEqual([other]);
    expect(trust.keys('ffffffffffffffff')).toEqual([]);
  });

  it('carries the version and the age of its bundle', () => {
    const { version, signedAtMs, profile } = siteContent();
    expect(trustOf()).toMatchObject({ version, signedAtMs, profile });
  });
});
