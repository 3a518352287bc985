/**
 * Every way a page of the log may be narrowed, each in the order of seq. The clock may move, so seq
 * and time do not go together: the days tell which stretch of the log an interval lies in.
 */
export const sql = `
ALTER TABLE entry ADD COLUMN at_day INTEGER GENERATED ALWAYS AS (at_ms / 86400000) VIRTUAL;

CREATE INDEX entry_by_day ON entry (at_day, seq, at_ms);
CREATE INDEX entry_by_reason ON entry (reason, seq) WHERE reason IS NOT NULL;
CREATE INDEX entry_by_issuer ON entry (issuer, seq) WHERE issuer IS NOT NULL;
CREATE INDEX entry_by_ref ON entry (ref, seq) WHERE ref IS NOT NULL;
`;
