import type { Framed, Framer } from '#native';

/** Bytes and how long nothing follows them, in milliseconds. */
export interface Burst {
  readonly bytes: Uint8Array;
  readonly thenMs: number;
}

/** Hands bursts to a framer under a clock that stops at every deadline; then a long silence. */
export function play<Item>(
  framer: Framer<Item>,
  bursts: readonly Burst[],
): readonly Framed<Item>[] {
  let nowMs = 1000;
  const framed: Framed<Item>[] = [];
  const silence = (untilMs: number): void => {
    let { deadlineMs } = framer;
    while (deadlineMs !== undefined && deadlineMs <= untilMs) {
      framed.push(...framer.tick(deadlineMs));
      ({ deadlineMs } = framer);
    }
    nowMs = untilMs;
  };
  for (const { bytes, thenMs } of bursts) {
    framed.push(...framer.push(bytes, nowMs));
    silence(nowMs + thenMs);
  }
  silence(nowMs + 10_000);
  return framed;
}

export function itemsOf<Item>(
  framed: readonly Framed<Item>[],
): readonly Item[] {
  return framed.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
}

export function bytesOf(hexOrText: { hex: string } | string): Uint8Array {
  return typeof hexOrText === 'string'
    ? new TextEncoder().encode(hexOrText)
    : Uint8Array.from(Buffer.from(hexOrText.hex, 'hex'));
}
