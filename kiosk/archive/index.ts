export type { Archive } from './archive.ts';
export { openArchive } from './open-archive.ts';
