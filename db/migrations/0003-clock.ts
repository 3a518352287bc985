/** What the host remembers across restarts: instants certainly past, named values, room to try a write. */
export const sql = `
CREATE TABLE clock (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  high_water_ms INTEGER,
  signed_at_ms  INTEGER,
  boot_id       TEXT,
  mono_ms       INTEGER
) STRICT;

INSERT INTO clock (id) VALUES (1);

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
WHEN (OLD.high_water_ms IS NOT NULL AND NEW.high_water_ms IS NULL)
  OR (OLD.signed_at_ms IS NOT NULL AND NEW.signed_at_ms IS NULL)
  OR NEW.high_water_ms < OLD.high_water_ms
  OR NEW.signed_at_ms < OLD.signed_at_ms
BEGIN
  SELECT RAISE(ABORT, 'what the clock remembers never goes back');
END;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE probe (
  room BLOB NOT NULL
) STRICT;
`;
