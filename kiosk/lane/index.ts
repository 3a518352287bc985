export { newId } from './new-id.ts';
export { version } from './version.ts';
export { startLane } from './start-lane.ts';
export type { Lane, LaneParts, StartFailure } from './start-lane.ts';
export type { SetUp } from './record-set-up.ts';
