import type { DeviceEvent } from './device.ts';

/** What a stream of bytes turned out to hold. */
export type Framed<Item> = Exclude<
  DeviceEvent<Item>,
  { readonly kind: 'state' }
>;

/**
 * Cuts the bytes of one connection into items. Pure: every instant is handed in, in monotonic
 * milliseconds. Only `tick` ends an item by silence, so bytes that a stalled host hands over late
 * still join what they belong to.
 */
export interface Framer<Item> {
  push(bytes: Uint8Array, monoMs: number): readonly Framed<Item>[];
  /** What has become complete because nothing followed until `monoMs`. */
  tick(monoMs: number): readonly Framed<Item>[];
  /** When silence will complete what is pending; undefined while nothing waits for it. */
  readonly deadlineMs: number | undefined;
}
