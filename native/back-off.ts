import type { DeviceFailureCode } from './device.ts';

/** How long to wait before the next attempt. */
export interface BackOff {
  /** Milliseconds, one per attempt in a row; the last one goes on. */
  readonly delaysMs: readonly [number, ...number[]];
  /** From 0 to 1: how much of a fifth to add, so that devices do not all try at once. */
  readonly jitter: () => number;
}

export const defaultBackOff: BackOff = {
  delaysMs: [250, 500, 1000, 2000, 5000],
  jitter: Math.random,
};

/** What a person has to put right first is not tried fast. */
export function delayAfter(
  failure: DeviceFailureCode,
  attempts: number,
  { delaysMs, jitter }: BackOff,
): number {
  const slowestMs = delaysMs.at(-1) ?? delaysMs[0];
  const delayMs = needsPerson(failure)
    ? slowestMs
    : (delaysMs[attempts] ?? slowestMs);
  return delayMs * (1 + 0.2 * jitter());
}

function needsPerson(failure: DeviceFailureCode): boolean {
  return failure === 'device.denied' || failure === 'device.unsupported';
}
