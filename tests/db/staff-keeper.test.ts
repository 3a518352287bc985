import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toStaffDraft } from '#core/log';
import type { StaffRow } from '#db';
import { newFolder, storeIn } from './store-in.ts';

const zhao: StaffRow = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Zhao',
  role: 'supervisor',
  pinHash: 'scrypt$…',
  attempts: 0,
  lockLeftMs: 0,
  isRemoved: false,
};
const li: StaffRow = {
  id: '01900000-0000-7000-8000-000000000002',
  name: 'Li',
  role: 'guard',
  badgeHash: 'sha256$…',
  attempts: 0,
  lockLeftMs: 0,
  isRemoved: false,
};

function added(number: number) {
  return toStaffDraft({
    id: `01900000-0000-7000-8000-00000000010${number}`,
    at: {
      lowerMs: 0,
      atMs: 0,
      upperMs: 0,
      state: 'unknown',
      monoMs: 0,
      bootId: 'boot-1',
    },
    action: 'staff-added',
    person: zhao,
  });
}

function raw(folder: string): Database.Database {
  const database = new Database(join(folder, 'postern.db'));
  onTestFinished(() => {
    database.close();
  });
  return database;
}

describe('the staff', () => {
  test('are kept over a restart, removed ones too', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.staff.change({ people: [zhao, li] });
    store.staff.change({ people: [{ ...li, isRemoved: true }] });
    store.close();
    expect(storeIn(folder).staff.rows()).toEqual([
      zhao,
      { ...li, isRemoved: true },
    ]);
  });

  test('change in one commit with the entries that say so, or not at all', () => {
    const store = storeIn(newFolder());
    store.staff.change({ entries: [added(1)], people: [zhao] });
    expect(store.entries.head().seq).toBe(1);
    const sameName = { ...li, name: 'Zhao' };
    expect(() => {
      store.staff.change({ entries: [added(2)], people: [sameName] });
    }).toThrow('never replaced');
    expect(store.entries.head().seq).toBe(1);
    expect(store.staff.rows()).toEqual([zhao]);
  });

  test('may have the name of one who was removed', () => {
    const store = storeIn(newFolder());
    store.staff.change({ people: [{ ...li, isRemoved: true }] });
    store.staff.change({ people: [{ ...zhao, name: 'Li' }] });
    expect(store.staff.rows().map(({ name }) => name)).toEqual(['Li', 'Li']);
  });

  test('keep a part of a millisecond of a lock as a whole one', () => {
    const store = storeIn(newFolder());
    store.staff.change({
      people: [{ ...zhao, lockLeftMs: 0.1 }],
      door: { attempts: 1, lockLeftMs: 29_999.2, wrongCodes: 0 },
    });
    expect(store.staff.rows()[0]?.lockLeftMs).toBe(1);
    expect(store.staff.door().lockLeftMs).toBe(30_000);
  });

  test.each([
    'DELETE FROM staff',
    "UPDATE staff SET name = 'Other'",
    "UPDATE staff SET id = 'other'",
    'UPDATE staff SET is_removed = 0 WHERE is_removed = 1',
    'UPDATE staff SET attempts = -1',
    "INSERT OR REPLACE INTO staff SELECT id, name, role, NULL, NULL, 0, 0, 0 FROM staff WHERE name = 'Zhao'",
    "INSERT OR REPLACE INTO staff SELECT 'x', name, role, NULL, NULL, 0, 0, 0 FROM staff WHERE name = 'Zhao'",
    'DELETE FROM staff_door',
    'INSERT OR REPLACE INTO staff_door (id, attempts, lock_left_ms, wrong_codes) VALUES (1, 0, 0, 0)',
    "INSERT INTO shift (id, staff_id, since_ms) VALUES (1, 'nobody', 0)",
  ])('are not changed by %s', (sql) => {
    const folder = newFolder();
    const store = storeIn(folder);
    store.staff.change({
      people: [zhao, { ...li, isRemoved: true }],
      door: { attempts: 7, lockLeftMs: 1, challenge: 'ABCD', wrongCodes: 3 },
    });
    const before = [store.staff.rows(), store.staff.door()];
    const database = raw(folder);
    database.pragma('foreign_keys = ON');
    expect(() => database.exec(sql)).toThrow();
    expect([store.staff.rows(), store.staff.door()]).toEqual(before);
  });
});

describe('a shift', () => {
  test('is one at a time, of someone who works here', () => {
    const folder = newFolder();
    const store = storeIn(folder);
    expect(store.staff.shift()).toBeUndefined();
    store.staff.change({
      people: [zhao, li],
      shift: { staffId: li.id, sinceMs: 5.7 },
    });
    store.staff.change({ shift: { staffId: zhao.id, sinceMs: 9 } });
    store.close();
    const again = storeIn(folder).staff;
    expect(again.shift()).toEqual({ staffId: zhao.id, sinceMs: 9 });
    again.change({ shift: 'nobody' });
    expect(again.shift()).toBeUndefined();
  });
});
