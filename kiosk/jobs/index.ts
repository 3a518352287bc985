export { createJobBoard } from './job-board.ts';
export type { JobBoard } from './job-board.ts';
