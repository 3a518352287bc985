export type { Archive } from './archive.ts';
export { toPlainRow } from './log-row.ts';
export type { PlainRow } from './log-row.ts';
export { openArchive } from './open-archive.ts';
