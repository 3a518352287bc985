export { accepts, scanIdOf } from './accepts.ts';
export type { GuardEvent } from './accepts.ts';
export { captureFate } from './capture.ts';
export type { CaptureFate } from './capture.ts';
export { allowReasonsFor, choicesFor, refuseReasonsFor } from './choices.ts';
export type * from './gate.ts';
export { settledShare } from './samples.ts';
export { idleGate, step } from './step.ts';
export { gateTimes, nextDeadlineMs } from './times.ts';
