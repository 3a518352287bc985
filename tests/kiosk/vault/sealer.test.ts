import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonalData } from '#core/log';
import {
  createSealer,
  createSiteKey,
  discloseMonthKey,
  monthKeyOf,
  openSealed,
  unwrapSiteKey,
} from '#kiosk/vault';
import { valueOf } from './value-of.ts';
import { memoryVault } from './vault-in.ts';

const passphrase = 'correct horse 长春路';
const siteKey = await createSiteKey(passphrase);
const sitePrivateKey = valueOf(await unwrapSiteKey(siteKey, passphrase));

const personal: PersonalData = {
  passId: new Uint8Array(16).fill(7),
  persons: [{ name: '古丽米热', documentNumber: '6501234', birthYear: 1988 }],
};
const context = { entryId: 'entry-1', month: '2026-11' };

function sealing() {
  const vault = memoryVault();
  const sealer = createSealer({ siteKey: siteKey.publicKey, vault });
  const monthKey = (month = context.month): Uint8Array => {
    const key = valueOf(monthKeyOf(vault, siteKey.publicKey, month));
    const found = discloseMonthKey(key, sitePrivateKey, month);
    if (found === undefined) throw new Error('the month key does not open');
    return found;
  };
  return { vault, sealer, monthKey };
}

describe('a sealed blob', () => {
  test('opens with the key of its month, for its entry', () => {
    const { sealer, monthKey } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    expect(openSealed(blob, monthKey(), context)).toEqual(personal);
  });

  test('does not open as another entry’s', () => {
    const { sealer, monthKey } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    expect(openSealed(blob, monthKey(), { entryId: 'entry-2' })).toBe(
      undefined,
    );
  });

  test('does not open with the key of another month', () => {
    const { sealer, monthKey } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    const december = { ...context, month: '2026-12' };
    valueOf(sealer.seal(personal, december));
    expect(openSealed(blob, monthKey('2026-12'), context)).toBe(undefined);
  });

  test('does not open with the key of the site, only through the month', () => {
    const { sealer } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    expect(openSealed(blob, sitePrivateKey, context)).toBe(undefined);
  });

  test('does not open once any of its bytes is another', () => {
    const { sealer, monthKey } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    const key = monthKey();
    fc.assert(
      fc.property(
        fc.nat({ max: blob.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = Uint8Array.from(blob);
          changed[at] = (changed[at] ?? 0) ^ flip;
          expect(openSealed(changed, key, context)).toBe(undefined);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([new Uint8Array(), Uint8Array.of(0xa0), Uint8Array.of(1)])(
    'is not %j',
    (bytes) => {
      expect(openSealed(bytes, sitePrivateKey, context)).toBe(undefined);
    },
  );

  test('is new each time, for the same person too', () => {
    const { sealer } = sealing();
    const one = valueOf(sealer.seal(personal, context));
    const other = valueOf(sealer.seal(personal, context));
    expect(one).not.toEqual(other);
    expect(one).toHaveLength(other.length);
  });

  test('shows of its content a length in steps of 128 bytes, and no more', () => {
    const { sealer } = sealing();
    const lengths = Array.from({ length: 60 }, (_, more) => {
      const persons = [{ name: 'x'.repeat(more + 1) }];
      return valueOf(sealer.seal({ ...personal, persons }, context)).length;
    });
    expect(new Set(lengths).size).toBe(1);
    const household = Array.from({ length: 6 }, () => ({
      name: '艾力'.repeat(5),
    }));
    const larger = sealer.seal({ ...personal, persons: household }, context);
    expect((valueOf(larger).length - (lengths[0] ?? 0)) % 128).toBe(1);
  });

  test('holds whatever a pass can name', () => {
    const { sealer, monthKey } = sealing();
    const most = {
      name: '长'.repeat(20),
      documentType: 1 as const,
      documentNumber: '1234567',
      birthYear: 1950,
      latinName: 'L'.repeat(60),
    };
    const persons = Array.from({ length: 6 }, () => most);
    const blob = valueOf(sealer.seal({ ...personal, persons }, context));
    expect(openSealed(blob, monthKey(), context)?.persons).toEqual(persons);
  });
});

// A wrapping key takes half a second of a free core, by design.
describe('a kiosk', { timeout: 60_000 }, () => {
  test('has nothing on it that opens what it sealed, but the passphrase’s work', async () => {
    const { vault, sealer, monthKey } = sealing();
    const blob = valueOf(sealer.seal(personal, context));
    const key = monthKey();
    const kept = [...vault.files.values(), siteKey.wrapped, siteKey.salt];
    for (const bytes of kept) {
      expect(Buffer.from(bytes).includes(Buffer.from(key))).toBe(false);
      expect(Buffer.from(bytes).includes(Buffer.from(sitePrivateKey))).toBe(
        false,
      );
      for (let at = 0; at + 32 <= bytes.length; at += 1) {
        const candidate = bytes.subarray(at, at + 32);
        expect(openSealed(blob, candidate, context)).toBe(undefined);
      }
    }
    expect(await unwrapSiteKey(siteKey, 'a guess')).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    });
  });

  test('goes on with the month’s key after a restart', () => {
    const { vault, sealer, monthKey } = sealing();
    const before = valueOf(sealer.seal(personal, context));
    const restarted = createSealer({ siteKey: siteKey.publicKey, vault });
    const after = valueOf(restarted.seal(personal, context));
    const key = monthKey();
    expect(openSealed(before, key, context)).toEqual(personal);
    expect(openSealed(after, key, context)).toEqual(personal);
    expect(vault.files.size).toBe(1);
  });

  test('makes a new key with every month, and keeps none of another site’s', async () => {
    const { vault, sealer } = sealing();
    valueOf(sealer.seal(personal, context));
    valueOf(sealer.seal(personal, { ...context, month: '2026-12' }));
    expect(vault.files.size).toBe(2);
    const other = await createSiteKey('another');
    const moved = createSealer({ siteKey: other.publicKey, vault });
    valueOf(moved.seal(personal, context));
    expect(vault.files.size).toBe(3);
  });

  test('seals nothing to a key it could not keep', () => {
    const { vault, sealer, monthKey } = sealing();
    vault.failure = { code: 'store.full', message: 'ENOSPC in write' };
    expect(sealer.seal(personal, context)).toEqual({
      ok: false,
      error: vault.failure,
    });
    vault.failure = undefined;
    const blob = valueOf(sealer.seal(personal, context));
    expect(openSealed(blob, monthKey(), context)).toEqual(personal);
  });

  test('says that the month’s key is damaged, and makes no other in its place', () => {
    const { vault, sealer } = sealing();
    valueOf(sealer.seal(personal, context));
    const [name = ''] = vault.files.keys();
    vault.files.set(name, Uint8Array.of(0xa0));
    const restarted = createSealer({ siteKey: siteKey.publicKey, vault });
    expect(restarted.seal(personal, context)).toMatchObject({
      ok: false,
      error: { code: 'store.corrupt' },
    });
    expect(vault.files.get(name)).toEqual(Uint8Array.of(0xa0));
  });
});
