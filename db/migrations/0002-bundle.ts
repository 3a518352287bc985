/** The one bundle in force: the signed file as it was taken, and what guards it against going back. */
export const sql = `
CREATE TABLE bundle (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  profile      TEXT NOT NULL CHECK (profile IN ('demo', 'site')),
  root         TEXT NOT NULL,
  version      INTEGER NOT NULL,
  signed_at_ms INTEGER NOT NULL,
  file         BLOB NOT NULL
) STRICT;

CREATE TRIGGER bundle_is_only_updated
BEFORE INSERT ON bundle
WHEN EXISTS (SELECT 1 FROM bundle)
BEGIN
  SELECT RAISE(ABORT, 'the bundle held is updated, never replaced');
END;

CREATE TRIGGER bundle_never_goes_back
BEFORE UPDATE ON bundle
WHEN NEW.version < OLD.version
  OR NEW.signed_at_ms < OLD.signed_at_ms
  OR NEW.profile IS NOT OLD.profile
BEGIN
  SELECT RAISE(ABORT, 'a bundle never goes back, nor to another profile');
END;

CREATE TRIGGER bundle_is_never_deleted
BEFORE DELETE ON bundle
BEGIN
  SELECT RAISE(ABORT, 'the bundle held is never deleted');
END;
`;
