/**
 * A root that gives other keys to those who sign the time takes their versions back with the keys: what
 * never goes back is the root, and under one root the rest. 0 is a bundle that knows no such versions.
 */
export const sql = `
ALTER TABLE bundle ADD COLUMN root_version INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER bundle_never_goes_back;

CREATE TRIGGER bundle_never_goes_back
BEFORE UPDATE ON bundle
WHEN NEW.root_version < OLD.root_version
  OR (NEW.root_version = OLD.root_version
      AND (NEW.version < OLD.version OR NEW.signed_at_ms < OLD.signed_at_ms))
  OR NEW.profile IS NOT OLD.profile
BEGIN
  SELECT RAISE(ABORT, 'a bundle never goes back, nor to another profile');
END;
`;
