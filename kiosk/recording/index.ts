export { createRecorder, recordingFailure } from './recorder.ts';
export type { Recorder } from './recorder.ts';
export { createDayCounts } from './day-counts.ts';
