/**
 * A root that takes its keys away from whoever signed a wrong time takes the time back with them: what the
 * clock remembers is then forgotten as a whole. It still never goes back by itself, nor in part.
 */
export const sql = `
DROP TRIGGER clock_never_goes_back;

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
`;
