/** Who works here: their roles, PINs and badges, what wrong PINs have cost, and who is on duty. */
export const sql = `
CREATE TABLE staff (
  id           TEXT PRIMARY KEY,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL,
  pin_hash     TEXT,
  badge_hash   TEXT,
  attempts     INTEGER NOT NULL CHECK (attempts >= 0),
  lock_left_ms INTEGER NOT NULL CHECK (lock_left_ms >= 0),
  is_removed   INTEGER NOT NULL CHECK (is_removed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX staff_by_name ON staff (name) WHERE is_removed = 0;

-- INSERT OR REPLACE would otherwise delete whoever is in the way without a trigger noticing.
CREATE TRIGGER staff_is_never_replaced
BEFORE INSERT ON staff
WHEN EXISTS (
  SELECT 1
  FROM staff
  WHERE id = NEW.id
    OR (name = NEW.name AND is_removed = 0 AND NEW.is_removed = 0)
)
BEGIN
  SELECT RAISE(ABORT, 'whoever works here is updated, never replaced');
END;

CREATE TRIGGER staff_is_never_deleted
BEFORE DELETE ON staff
BEGIN
  SELECT RAISE(ABORT, 'whoever worked here is removed, never deleted');
END;

CREATE TRIGGER staff_keeps_who_it_is
BEFORE UPDATE ON staff
WHEN NEW.id IS NOT OLD.id
  OR NEW.name IS NOT OLD.name
  OR OLD.is_removed = 1
BEGIN
  SELECT RAISE(ABORT, 'who someone is stays, and whoever was removed stays removed');
END;

CREATE TABLE staff_door (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  attempts     INTEGER NOT NULL CHECK (attempts >= 0),
  lock_left_ms INTEGER NOT NULL CHECK (lock_left_ms >= 0),
  challenge    TEXT,
  wrong_codes  INTEGER NOT NULL CHECK (wrong_codes >= 0)
) STRICT;

INSERT INTO staff_door (id, attempts, lock_left_ms, wrong_codes) VALUES (1, 0, 0, 0);

CREATE TRIGGER staff_door_has_one_row
BEFORE INSERT ON staff_door
BEGIN
  SELECT RAISE(ABORT, 'the door has one row');
END;

CREATE TRIGGER staff_door_is_never_forgotten
BEFORE DELETE ON staff_door
BEGIN
  SELECT RAISE(ABORT, 'what the door counts is never deleted');
END;

CREATE TABLE shift (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  since_ms INTEGER NOT NULL
) STRICT;
`;
