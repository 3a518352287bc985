import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { later, noon, noonMs, scanDraft } from '../core/log/example-records.ts';
import { heldBundle } from './held-bundle.ts';
import { newFolder, storeIn, valueOf } from './store-in.ts';

const held = heldBundle({ version: 5 });
const next = heldBundle({ version: 6, signedAtMs: noonMs - 1_800_000 });
const { content } = held;

function raw(folder: string): Database.Database {
  const database = new Database(join(folder, 'postern.db'));
  database.pragma('recursive_triggers = OFF');
  onTestFinished(() => {
    database.close();
  });
  return database;
}

describe('the bundle in force', () => {
  test('is none at first, then the file as it was taken, across restarts', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(store.trust.file()).toBeUndefined();
    store.trust.replace(held);
    expect(store.trust.file()).toEqual(held.bundle);
    store.trust.replace(next);
    store.close();
    expect(storeIn(folder).trust.file()).toEqual(next.bundle);
  });

  test('gives way to lower versions under a later root, and never to an earlier root', () => {
    const store = storeIn(newFolder());
    store.trust.replace({ ...next, root: { version: 2 } });
    store.trust.replace({ ...held, root: { version: 3 } });
    expect(store.trust.file()).toEqual(held.bundle);
    expect(() => {
      store.trust.replace({ ...next, root: { version: 2 } });
    }).toThrow('never goes back');
    expect(store.trust.file()).toEqual(held.bundle);
  });

  test('takes the place of one of the kind that had a single signature, whatever its version', () => {
    const folder = newFolder();
    storeIn(folder).close();
    raw(folder).exec(`
      INSERT INTO bundle (id, profile, root, version, signed_at_ms, file)
      VALUES (1, 'site', 'REGION-2026', 900, ${String(noonMs)}, x'01')`);
    const store = storeIn(folder);
    expect(store.trust.file()).toEqual(Uint8Array.of(1));
    store.trust.replace(held);
    expect(store.trust.file()).toEqual(held.bundle);
  });

  test.each([
    ['a lower version', { version: 4 }],
    ['an earlier signature', { version: 7, signedAtMs: noonMs - 7_200_000 }],
    ['another profile', { version: 7, profile: 'demo' }],
  ] as const)(
    'does not give way to %s, and nothing else changes',
    (_, change) => {
      const store = storeIn(newFolder());
      store.trust.replace(held);
      const before = store.clock.memory();
      expect(() => {
        store.trust.replace(heldBundle({ signedAtMs: noonMs, ...change }));
      }).toThrow('never goes back');
      expect(store.trust.file()).toEqual(held.bundle);
      expect(store.clock.memory()).toEqual(before);
    },
  );

  test.each([
    ['deleted', 'DELETE FROM bundle'],
    [
      'replaced by an older one',
      `INSERT OR REPLACE INTO bundle VALUES (1, 'site', 'REGION-2026', 1, 1, x'01')`,
    ],
    ['set back', 'UPDATE bundle SET version = version - 1'],
    [
      'joined by a second',
      `INSERT INTO bundle VALUES (2, 'site', 'R', 9, 9, x'01')`,
    ],
  ])('is not %s by any program that respects the file', (_, sql) => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.trust.replace(held);
    expect(() => raw(folder).exec(sql)).toThrow();
    expect(store.trust.file()).toEqual(held.bundle);
  });
});

describe('the memory of the clock', () => {
  test('is empty on the first day', () => {
    const store = storeIn(newFolder());
    valueOf(store.entries.append(scanDraft(1)));
    expect(store.clock.memory()).toEqual({});
  });

  test('begins with what a bundle says and grows with every entry of this boot', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.trust.replace(held);
    const { signedAtMs } = content;
    expect(store.clock.memory()).toEqual({ signedAtMs });
    valueOf(store.entries.append(scanDraft(1, noon)));
    expect(store.clock.memory().highWaterMs).toBe(signedAtMs);
    valueOf(store.entries.append(scanDraft(2, later(10_000_000))));
    const { highWaterMs = 0 } = store.clock.memory();
    // A free-running clock is not believed to the last of its 200 millionths.
    expect(highWaterMs).toBe(signedAtMs + 10_000_000 - 2_000);
    store.close();
    expect(storeIn(folder).clock.memory()).toEqual({ signedAtMs, highWaterMs });
  });

  test('counts no span twice where entries carry earlier instants', () => {
    const store = storeIn(newFolder());
    store.clock.believe(noonMs);
    for (const [at, number] of [0, 1_000_000, 500_000, 1_000_000].entries()) {
      valueOf(store.entries.append(scanDraft(at + 1, later(number))));
    }
    expect(store.clock.memory().highWaterMs).toBe(noonMs + 1_000_000 - 200);
  });

  test('does not count what passes between two boots', () => {
    const store = storeIn(newFolder());
    store.clock.believe(noonMs);
    store.clock.pass(noon);
    store.clock.pass({ ...later(86_400_000), bootId: 'boot-2' });
    expect(store.clock.memory().highWaterMs).toBe(noonMs);
    store.clock.pass({ ...later(86_410_000), bootId: 'boot-2' });
    expect(store.clock.memory().highWaterMs).toBe(noonMs + 10_000 - 2);
  });

  test('keeps what the running clock knows, and counts no span twice', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    const known = {
      signedAtMs: noonMs,
      highWaterMs: noonMs + 60_000,
      seenMs: noonMs + 3_600_000,
      errorMs: 2_500,
    };
    store.clock.keep({}, noon);
    expect(store.clock.memory()).toEqual({});
    store.clock.keep(known, later(1_000_000));
    store.clock.pass(later(1_000_000));
    expect(store.clock.memory()).toEqual(known);
    const earlier = { signedAtMs: noonMs - 1, highWaterMs: noonMs };
    store.clock.keep({ ...earlier, seenMs: noonMs }, later(1_000_000));
    store.close();
    expect(storeIn(folder).clock.memory()).toEqual({
      signedAtMs: noonMs,
      highWaterMs: noonMs + 60_000,
      seenMs: noonMs,
    });
  });

  test('never believes an earlier signature than before', () => {
    const store = storeIn(newFolder());
    store.clock.believe(noonMs);
    store.clock.believe(noonMs - 1);
    expect(store.clock.memory().signedAtMs).toBe(noonMs);
  });

  test.each([
    'UPDATE clock SET high_water_ms = high_water_ms - 1',
    'UPDATE clock SET high_water_ms = NULL',
    'UPDATE clock SET signed_at_ms = NULL',
    'UPDATE clock SET signed_at_ms = signed_at_ms - 1',
    'DELETE FROM clock',
    'INSERT OR REPLACE INTO clock (id) VALUES (1)',
  ])('is not set back by %s', (sql) => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.clock.believe(noonMs);
    store.clock.pass(noon);
    const before = store.clock.memory();
    expect(() => raw(folder).exec(sql)).toThrow();
    expect(store.clock.memory()).toEqual(before);
  });
});

describe('meta', () => {
  test('keeps named texts across restarts', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(store.meta.get('state')).toBeUndefined();
    store.meta.set('state', 'ready');
    store.meta.set('state', 'revoked');
    store.close();
    expect(storeIn(folder).meta.get('state')).toBe('revoked');
  });
});
