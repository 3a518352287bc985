import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCbor } from '#core/cbor';
import {
  encodeTombstones,
  readTombstones,
  uniteRemembered,
  type Kills,
  type Remembered,
  type Tombstones,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';

const kills: Kills = {
  kids: ['00112233aabbccdd'],
  ranges: [{ issuer: '51', list: 1, from: 0, until: 9 }],
};
const tombstones: Tombstones = {
  root: 'ROOT-1',
  kills,
  rootVersion: 2,
  version: 7,
  timestamp: Uint8Array.of(1, 2),
  snapshot: Uint8Array.of(3),
};
const damaged = { ok: false, error: 'damaged' };

describe('tombstones', () => {
  it('are read back as they were written', () => {
    const file = encodeTombstones(tombstones, sha256);
    expect(readTombstones(file, sha256)).toEqual({
      ok: true,
      value: tombstones,
    });
  });

  it('are not believed with a byte changed, cut short or after their end', () => {
    const file = encodeTombstones(tombstones, sha256);
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.with(at, (file[at] ?? 0) ^ 1);
      expect(readTombstones(changed, sha256)).toEqual(damaged);
      expect(readTombstones(file.subarray(0, at), sha256)).toEqual(damaged);
    }
    const longer = Uint8Array.of(...file, 0);
    expect(readTombstones(longer, sha256)).toEqual(damaged);
  });

  it.each([
    ['of a later schema', { schema: 2, ...tombstones }],
    ['of a root without a name', { schema: 1, ...tombstones, root: '' }],
    ['without a version', { schema: 1, ...tombstones, version: -1 }],
  ])('are not believed %s, though the hash is right', (_what, content) => {
    const { kills: dead, ...others } = content;
    const document = encodeCbor(
      new Map<string, number | string | Uint8Array | Map<string, never[]>>([
        ...Object.entries(others),
        ['kills', new Map(Object.keys(dead).map((name) => [name, []]))],
      ]),
    );
    const file = Uint8Array.of(...document, ...sha256(document));
    expect(readTombstones(file, sha256)).toEqual(damaged);
  });
});

describe('what two memories remember together', () => {
  const versions = fc.integer({ min: 1, max: 3 });
  const memories = fc.record<Remembered>({
    kills: fc.record<Kills>({
      kids: fc.uniqueArray(fc.constantFrom('aa', 'bb', 'cc')),
      ranges: fc.constant([]),
    }),
    rootVersion: versions,
    version: versions,
    timestamp: fc.constant(new Uint8Array()),
    snapshot: fc.constant(new Uint8Array()),
  });

  it('is everything that is dead, and the newer of their bundles: a later root first', () => {
    fc.assert(
      fc.property(memories, memories, (a, b) => {
        const both = uniteRemembered(a, b);
        expect(new Set(both.kills.kids)).toEqual(
          new Set([...a.kills.kids, ...b.kills.kids]),
        );
        const newest = Math.max(placeOf(a), placeOf(b));
        expect(placeOf(both)).toBe(newest);
        expect(uniteRemembered(b, a)).toEqual(both);
      }),
    );
  });

  function placeOf({ rootVersion, version }: Remembered): number {
    return rootVersion * 10 + version;
  }
});
