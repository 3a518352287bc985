/** What the kiosk took for the time when it last knew it, and by how much it could be off. No bounds: both may fall. */
export const sql = `
ALTER TABLE clock ADD COLUMN seen_ms INTEGER;
ALTER TABLE clock ADD COLUMN error_ms INTEGER;
`;
