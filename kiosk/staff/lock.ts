/** What so many PINs in a row cost. */
export type Lock =
  | { readonly kind: 'none' }
  | { readonly kind: 'for-a-while'; readonly ms: number }
  /** Only another supervisor or a recovery code opens it again. */
  | { readonly kind: 'until-recovered' };

const freeTries = 4;
const lastTry = 20;
const firstLockMs = 30_000;
const longestLockMs = 3_600_000;

/** Whoever types wrong PINs at many names meets this one, which never needs a recovery. */
const freeTriesAtDoor = 9;
const longestDoorLockMs = 300_000;

/**
 * The lock of a person once so many PINs in a row were wrong: from the fifth on 30 s, twice as long
 * with every further one up to an hour, and at the twentieth until somebody else opens it.
 */
export function lockAfter(attempts: number): Lock {
  if (attempts >= lastTry) return { kind: 'until-recovered' };
  return doubling(attempts - freeTries, longestLockMs);
}

/** The lock of everyone once so many PINs in a row were wrong, whoever's they were. */
export function doorLockAfter(
  attempts: number,
): Exclude<Lock, { kind: 'until-recovered' }> {
  return doubling(attempts - freeTriesAtDoor, longestDoorLockMs);
}

function doubling(
  over: number,
  longestMs: number,
): Exclude<Lock, { kind: 'until-recovered' }> {
  if (over < 1) return { kind: 'none' };
  const ms = Math.min(longestMs, firstLockMs * 2 ** (over - 1));
  return { kind: 'for-a-while', ms };
}
