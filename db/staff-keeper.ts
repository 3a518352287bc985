import type { EntryDraft } from '#core/log';
import type { Connection } from './connection.ts';
import type { EntryWriter } from './entry-writer.ts';

/** One person who works here, or did. */
export interface StaffRow {
  /** UUIDv7. */
  readonly id: string;
  /** Nobody else at work has it. */
  readonly name: string;
  readonly role: string;
  /** Absent for who has no PIN. */
  readonly pinHash?: string;
  readonly badgeHash?: string;
  /** PINs tried since the last right one, each counted before it was looked at. */
  readonly attempts: number;
  /** What was left of a lock when it was last written down; goes on from there after a restart. */
  readonly lockLeftMs: number;
  readonly isRemoved: boolean;
}

/** What stands before all of them. */
export interface StaffDoor {
  /** PINs tried since the last right one, whoever's. */
  readonly attempts: number;
  readonly lockLeftMs: number;
  /** What the next recovery code has to be signed for. */
  readonly challenge?: string;
  /** Wrong recovery codes since the challenge was made. */
  readonly wrongCodes: number;
}

export interface ShiftRow {
  readonly staffId: string;
  readonly sinceMs: number;
}

/** What changes in one commit, with the entries that say so: both are kept or neither. */
export interface StaffChange {
  readonly entries?: readonly EntryDraft[];
  /** Added, or in place of what was there. */
  readonly people?: readonly StaffRow[];
  readonly door?: StaffDoor;
  readonly shift?: ShiftRow | 'nobody';
}

/** The people of a kiosk. Nobody is ever deleted, and who was removed stays so. */
export interface StaffKeeper {
  /** Oldest first, removed ones too. */
  rows(): readonly StaffRow[];
  door(): StaffDoor;
  shift(): ShiftRow | undefined;
  /** Durable when it returns. */
  change(change: StaffChange): void;
}

export function createStaffKeeper(
  connection: Connection,
  writer: Pick<EntryWriter, 'append'>,
): StaffKeeper {
  const readRows = connection.prepare<[], StaffColumns>(`
    SELECT id, name, role, pin_hash, badge_hash, attempts, lock_left_ms, is_removed
    FROM staff
    ORDER BY id`);
  const readDoor = connection.prepare<[], DoorColumns>(`
    SELECT attempts, lock_left_ms, challenge, wrong_codes
    FROM staff_door`);
  const readShift = connection.prepare<[], ShiftColumns>(
    'SELECT staff_id, since_ms FROM shift',
  );
  const update = connection.prepare<[StaffColumns]>(`
    UPDATE staff
    SET name = @name,
        role = @role,
        pin_hash = @pin_hash,
        badge_hash = @badge_hash,
        attempts = @attempts,
        lock_left_ms = @lock_left_ms,
        is_removed = @is_removed
    WHERE id = @id`);
  const insert = connection.prepare<[StaffColumns]>(`
    INSERT INTO staff (
      id, name, role, pin_hash, badge_hash, attempts, lock_left_ms, is_removed
    ) VALUES (
      @id, @name, @role, @pin_hash, @badge_hash, @attempts, @lock_left_ms, @is_removed
    )`);
  const setDoor = connection.prepare<[DoorColumns]>(`
    UPDATE staff_door
    SET attempts = @attempts,
        lock_left_ms = @lock_left_ms,
        challenge = @challenge,
        wrong_codes = @wrong_codes`);
  const endShift = connection.prepare<[]>('DELETE FROM shift');
  const startShift = connection.prepare<[ShiftColumns]>(`
    INSERT INTO shift (id, staff_id, since_ms)
    VALUES (1, @staff_id, @since_ms)`);

  const change = connection.transaction((all: StaffChange): void => {
    for (const entry of all.entries ?? []) writer.append(entry);
    for (const person of all.people ?? []) {
      const row = toStaffColumns(person);
      if (update.run(row).changes === 0) insert.run(row);
    }
    if (all.door !== undefined) setDoor.run(toDoorColumns(all.door));
    if (all.shift === undefined) return;
    endShift.run();
    if (all.shift === 'nobody') return;
    const { staffId, sinceMs } = all.shift;
    startShift.run({ staff_id: staffId, since_ms: Math.floor(sinceMs) });
  });

  return {
    rows: () => readRows.all().map(toStaffRow),
    door: () => {
      const row = readDoor.get();
      if (row === undefined) throw new Error('the door has lost its row');
      return toDoor(row);
    },
    shift: () => {
      const row = readShift.get();
      return row && { staffId: row.staff_id, sinceMs: row.since_ms };
    },
    change: (all) => {
      change.immediate(all);
    },
  };
}

interface StaffColumns {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly pin_hash: string | null;
  readonly badge_hash: string | null;
  readonly attempts: number;
  readonly lock_left_ms: number;
  readonly is_removed: 0 | 1;
}

interface DoorColumns {
  readonly attempts: number;
  readonly lock_left_ms: number;
  readonly challenge: string | null;
  readonly wrong_codes: number;
}

interface ShiftColumns {
  readonly staff_id: string;
  readonly since_ms: number;
}

function toStaffRow(row: StaffColumns): StaffRow {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    ...(row.pin_hash !== null && { pinHash: row.pin_hash }),
    ...(row.badge_hash !== null && { badgeHash: row.badge_hash }),
    attempts: row.attempts,
    lockLeftMs: row.lock_left_ms,
    isRemoved: row.is_removed === 1,
  };
}

/** A part of a millisecond left counts whole: rounding never shortens a lock. */
function toStaffColumns(person: StaffRow): StaffColumns {
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    pin_hash: person.pinHash ?? null,
    badge_hash: person.badgeHash ?? null,
    attempts: person.attempts,
    lock_left_ms: Math.ceil(person.lockLeftMs),
    is_removed: person.isRemoved ? 1 : 0,
  };
}

function toDoor(row: DoorColumns): StaffDoor {
  return {
    attempts: row.attempts,
    lockLeftMs: row.lock_left_ms,
    ...(row.challenge !== null && { challenge: row.challenge }),
    wrongCodes: row.wrong_codes,
  };
}

function toDoorColumns(door: StaffDoor): DoorColumns {
  return {
    attempts: door.attempts,
    lock_left_ms: Math.ceil(door.lockLeftMs),
    challenge: door.challenge ?? null,
    wrong_codes: door.wrongCodes,
  };
}
