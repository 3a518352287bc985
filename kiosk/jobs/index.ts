export { createJobBoard } from './job-board.ts';
export type { JobBoard } from './job-board.ts';
export type { JobMessage } from './job-messages.ts';
export { followWorker } from './run-worker.ts';
export { createChainProver } from './verify-chain.ts';
export type { Asker, RunningWork, StartWork, Work, Workshop } from './work.ts';
