export { serveLoopback } from './serve-loopback.ts';
export type { Loopback } from './serve-loopback.ts';
