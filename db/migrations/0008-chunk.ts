/**
 * The chunks of status lists, by their SHA-256: those of the bundle in force, and those that came with an
 * update whose others are still missing. Rows of up to 256 KiB stay out of the index.
 */
export const sql = `
CREATE TABLE chunk (
  sha256  BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  bytes   BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144)
) STRICT;
`;
