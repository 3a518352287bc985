export type * from './device.ts';
export { TransportError } from './transport.ts';
export type { Transport, TransportEvents } from './transport.ts';
