/** The log: entries that only grow, and sealed personal data that can go without breaking the chain. */
export const sql = `
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
) STRICT;

CREATE INDEX entry_by_kind ON entry (kind, seq);
CREATE INDEX entry_by_outcome ON entry (outcome, seq) WHERE outcome IS NOT NULL;
CREATE INDEX entry_by_time ON entry (at_ms, outcome) WHERE outcome IS NOT NULL;

CREATE TRIGGER entry_follows_the_head
BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
BEGIN
  SELECT RAISE(ABORT, 'an entry follows the head without a gap');
END;

-- INSERT OR REPLACE would otherwise delete the earlier entry of that id without a trigger noticing.
CREATE TRIGGER entry_is_never_replaced
BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never replaced');
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
`;
