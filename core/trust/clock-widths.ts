/** The figures of docs/trust.md, "Time"; all in milliseconds, or in milliseconds a millisecond. */

/** The last instant a calendar can name; stands for "no upper bound". */
export const endOfTimeMs = 8_640_000_000_000_000;

/** 1 January 2200: nothing that is signed later is believed, whatever the clock; a slip, or worse. */
export const latestSignedMs = 7_258_118_400_000;

/** What two clocks may differ by without contradicting each other. */
export const readingErrorMs = 2_000;
/** The worst a running host's clock is assumed to gain or lose. */
export const driftPerMs = 200e-6;
/** The worst a clock on its battery is assumed to gain or lose while the host is off. */
export const batteryDriftPerMs = 20e-6;
/** The most that a wall clock is assumed to have drifted from what is known; beyond it, it was set. */
export const mostDriftMs = 600_000;

/** A signature that reached us within this much of being made vouches for the time itself. */
export const vouchedWithinMs = 60_000;
export const trustedForMs: number = 24 * 3_600_000;
/** Nothing is known of the time this long after the newest signature. */
export const knownForMs: number = 30 * 24 * 3_600_000;

/** How exactly a person says the time, and how far from what has certainly passed. */
export const saidErrorMs = 60_000;
export const saidWithinMs: number = 7 * 24 * 3_600_000;
