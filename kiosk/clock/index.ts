export { systemClock } from './system-clock.ts';
export { createTimekeeper } from './timekeeper.ts';
export type { SaidTime, Timekeeper } from './timekeeper.ts';
