-- Generated from db/migrations by `node db/write-schema.ts`; a test compares the two.

CREATE TABLE bundle (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  profile      TEXT NOT NULL CHECK (profile IN ('demo', 'site')),
  root         TEXT NOT NULL,
  version      INTEGER NOT NULL,
  signed_at_ms INTEGER NOT NULL,
  file         BLOB NOT NULL
, root_version INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TRIGGER bundle_is_never_deleted
BEFORE DELETE ON bundle
BEGIN
  SELECT RAISE(ABORT, 'the bundle held is never deleted');
END;

CREATE TRIGGER bundle_is_only_updated
BEFORE INSERT ON bundle
WHEN EXISTS (SELECT 1 FROM bundle)
BEGIN
  SELECT RAISE(ABORT, 'the bundle held is updated, never replaced');
END;

CREATE TRIGGER bundle_never_goes_back
BEFORE UPDATE ON bundle
WHEN NEW.root_version < OLD.root_version
  OR (NEW.root_version = OLD.root_version
      AND (NEW.version < OLD.version OR NEW.signed_at_ms < OLD.signed_at_ms))
  OR NEW.profile IS NOT OLD.profile
BEGIN
  SELECT RAISE(ABORT, 'a bundle never goes back, nor to another profile');
END;

CREATE TABLE chunk (
  sha256  BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  bytes   BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144)
) STRICT;

CREATE TABLE clock (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  high_water_ms INTEGER,
  signed_at_ms  INTEGER,
  boot_id       TEXT,
  mono_ms       INTEGER
, seen_ms INTEGER, error_ms INTEGER) STRICT;

CREATE TRIGGER clock_has_one_row
BEFORE INSERT ON clock
BEGIN
  SELECT RAISE(ABORT, 'the clock has one row');
END;

CREATE TRIGGER clock_is_never_forgotten
BEFORE DELETE ON clock
BEGIN
  SELECT RAISE(ABORT, 'what the clock remembers is never deleted');
END;

CREATE TRIGGER clock_never_goes_back
BEFORE UPDATE ON clock
WHEN NEW.high_water_ms < OLD.high_water_ms
  OR NEW.signed_at_ms < OLD.signed_at_ms
  OR (((OLD.high_water_ms IS NOT NULL AND NEW.high_water_ms IS NULL)
      OR (OLD.signed_at_ms IS NOT NULL AND NEW.signed_at_ms IS NULL))
    AND coalesce(NEW.high_water_ms, NEW.signed_at_ms, NEW.seen_ms, NEW.error_ms)
      IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'what the clock remembers never goes back');
END;

CREATE TABLE entry (
  seq             INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL,
  ref             TEXT,
  boot_id         TEXT NOT NULL,
  mono_ms         INTEGER NOT NULL,
  at_ms           INTEGER NOT NULL,
  time_state      TEXT NOT NULL,
  outcome         TEXT CHECK (outcome IN ('admit', 'hold', 'deny', 'none')),
  reason          TEXT,
  issuer          TEXT,
  dedupe_tag      TEXT,
  masked_name     TEXT,
  masked_document TEXT,
  header          BLOB NOT NULL,
  sealed_hash     BLOB NOT NULL CHECK (length(sealed_hash) = 32),
  chain           BLOB NOT NULL CHECK (length(chain) = 32)
, at_day INTEGER GENERATED ALWAYS AS (at_ms / 86400000) VIRTUAL) STRICT;

CREATE INDEX entry_by_day ON entry (at_day, seq, at_ms);

CREATE INDEX entry_by_issuer ON entry (issuer, seq) WHERE issuer IS NOT NULL;

CREATE INDEX entry_by_kind ON entry (kind, seq);

CREATE INDEX entry_by_outcome ON entry (outcome, seq) WHERE outcome IS NOT NULL;

CREATE INDEX entry_by_reason ON entry (reason, seq) WHERE reason IS NOT NULL;

CREATE INDEX entry_by_ref ON entry (ref, seq) WHERE ref IS NOT NULL;

CREATE INDEX entry_by_time ON entry (at_ms, outcome) WHERE outcome IS NOT NULL;

CREATE TRIGGER entry_follows_the_head
BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
BEGIN
  SELECT RAISE(ABORT, 'an entry follows the head without a gap');
END;

CREATE TRIGGER entry_is_never_changed
BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_deleted
BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;

CREATE TRIGGER entry_is_never_replaced
BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never replaced');
END;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE probe (
  room BLOB NOT NULL
) STRICT;

CREATE TABLE sealed (
  seq  INTEGER PRIMARY KEY REFERENCES entry (seq),
  blob BLOB NOT NULL
) STRICT;

CREATE TRIGGER sealed_comes_with_its_entry
BEFORE INSERT ON sealed
WHEN NEW.seq IS NOT (SELECT MAX(seq) FROM entry)
  OR EXISTS (SELECT 1 FROM sealed WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'a sealed blob is written once, with its entry');
END;

CREATE TRIGGER sealed_is_never_changed
BEFORE UPDATE ON sealed
BEGIN
  SELECT RAISE(ABORT, 'a sealed blob is never changed');
END;

CREATE TABLE shift (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  since_ms INTEGER NOT NULL
) STRICT;

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

CREATE TRIGGER staff_is_never_deleted
BEFORE DELETE ON staff
BEGIN
  SELECT RAISE(ABORT, 'whoever worked here is removed, never deleted');
END;

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
