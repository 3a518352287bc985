import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Pin } from '#core/trust';
import { firstRoot, type Repository } from '#fixtures/issuer';
import { findStrangeTrust, tombstonesIn } from '#kiosk/trust';
import { roleKeys } from '../../core/trust/tuf/repositories.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { pin, repository } from './pinned.ts';
import { take, trustIn } from './trust-in.ts';

const [first] = repository.roots;
if (first === undefined) throw new Error('a repository has a root');

const others: readonly [string, Pin, ReturnType<typeof findStrangeTrust>][] = [
  ['the root it was taken under', pin, undefined],
  ['another root', pinOf({ name: 'ROOT-2' }), 'bundle-root'],
  [
    'another root of that name',
    pinOf({ roots: [{ ...first, timestamp: roleKeys('stranger', 1) }] }),
    'bundle-root',
  ],
  [
    'a root of the other world',
    pinOf({ name: 'DEMO-1', profile: 'demo' }),
    'bundle-demo',
  ],
];

describe('trust that a folder holds', () => {
  it.each(others)('under %s', (_which, pinned, expected) => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    const file = tombstonesIn(folder);
    expect(findStrangeTrust(store, pinned, file)).toBe(expected);
  });

  it('is nobody else’s where it cannot be read', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    take(trustIn(folder, store), repository);
    const trust = { ...store.trust, file: () => Uint8Array.of(1) };
    const file = tombstonesIn(folder);
    expect(findStrangeTrust({ trust }, pin, file)).toBeUndefined();
  });

  it('is nobody else’s where there is none', () => {
    const folder = newFolder();
    const file = tombstonesIn(folder);
    expect(findStrangeTrust(storeIn(folder), pin, file)).toBeUndefined();
  });

  it.each([
    ['the root it was taken under', pin, undefined],
    ['another root', pinOf({ name: 'ROOT-2' }), 'bundle-root'],
    [
      'a root of the other world',
      pinOf({ name: 'DEMO-1', profile: 'demo' }),
      'bundle-demo',
    ],
  ] as const)(
    'under %s is told by its tombstones where the database is gone',
    (_which, pinned, expected) => {
      const folder = newFolder();
      const store = storeIn(folder);
      take(trustIn(folder, store), repository);
      store.close();
      rmSync(join(folder, 'postern.db'));
      const file = tombstonesIn(folder);
      expect(findStrangeTrust(storeIn(folder), pinned, file)).toBe(expected);
    },
  );
});

function pinOf(changes: Partial<Repository>): Pin {
  const other = { ...repository, ...changes };
  return { ...pin, rootFile: firstRoot(other), profile: other.profile };
}
