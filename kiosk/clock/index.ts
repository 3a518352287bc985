export { systemClock } from './system-clock.ts';
export { createTimekeeper } from './timekeeper.ts';
export type { Timekeeper } from './timekeeper.ts';
