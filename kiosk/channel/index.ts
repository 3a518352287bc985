export { serveClient } from './serve-client.ts';
export type { Channel } from './serve-client.ts';
