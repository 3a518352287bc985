/** What the host's clocks say at one instant. */
export interface HostReading {
  /** UTC milliseconds of the wall clock, which anyone may set. */
  readonly wallMs: number;
  /** Milliseconds since this boot, never adjusted; goes on while the host is suspended. */
  readonly monoMs: number;
  readonly bootId: string;
}

export interface HostClock {
  read(): HostReading;
}

/** What outlives a restart; nothing on the first day. UTC milliseconds. */
export interface ClockMemory {
  /** The newest instant at which anything believed was signed. */
  readonly signedAtMs?: number;
  /** An instant that has certainly passed; only ever grows. */
  readonly highWaterMs?: number;
  /**
   * The earliest it could be when the kiosk last knew the time. A wall clock behind it is in doubt;
   * no bound, for it may itself rest on a wall clock that was wrong.
   */
  readonly seenMs?: number;
  /** How far the clock could be off by then. */
  readonly errorMs?: number;
}
