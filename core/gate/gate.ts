import type { Facts, PassHistory, Reading, Rules, Verdict } from '#core/policy';
import type { CheckedPass, TrustedTime } from '#core/trust';

/** Where a text came from. */
export type CaptureSource = 'serial' | 'wedge' | 'camera' | 'panel';

/** One scan: an id of its own, the lane's reader, the instant its text was read. */
export interface Scan {
  readonly scanId: string;
  readonly source: CaptureSource;
  readonly reader: string;
  readonly at: TrustedTime;
  readonly checked: CheckedPass;
  /** Tells the same pass shown twice from two passes; absent where there is no authentic pass. */
  readonly dedupeTag?: string;
  /** Tells one live presentation from the next of the same pass; absent for a still one. */
  readonly presentationTag?: string;
  /**
   * What the log remembers of both tags. Only the gate knows of a grace: to the log, a presentation
   * it holds an entry of is a replay from the next instant on.
   */
  readonly history: PassHistory;
}

export type AllowReason =
  | 'id-checked'
  | 'confirmed-by-phone'
  | 'registered-by-hand'
  | 'supervisor-approved'
  | 'temperature-normal-by-hand';

export type RefuseReason =
  | 'id-does-not-match'
  | 'no-valid-pass'
  | 'will-not-be-measured'
  | 'referred-to-medical'
  | 'left-by-themselves';

/** What a guard may do with a hold; each is an entry of its own. */
export type Resolution =
  | { readonly kind: 'allow'; readonly because: AllowReason }
  | { readonly kind: 'refuse'; readonly because: RefuseReason }
  | { readonly kind: 'measure-again' }
  | { readonly kind: 'id-compared'; readonly matches: boolean };

export type ResolutionKind = Resolution['kind'];

/** What the store says when an entry cannot be made durable. */
export type RecordingFailure = 'store.full' | 'store.io' | 'store.closed';

/** A scan in progress: judged as far as its facts go. */
export interface OpenScan {
  readonly scan: Scan;
  readonly facts: Facts;
  /** Entries already written for this scan, newest last; empty before the first verdict. */
  readonly entryIds: readonly string[];
  readonly idCompared: boolean;
}

/** A scan with a verdict: its first entry is the one every later entry refers to. */
export interface RecordedScan extends OpenScan {
  readonly entryIds: readonly [string, ...string[]];
}

export type HoldVerdict = Extract<Verdict, { outcome: 'hold' }>;

/** A person is being measured: samples from `sinceMs` on and before `untilMs` are theirs. */
export interface Measuring {
  readonly kind: 'need-temperature';
  readonly open: OpenScan;
  readonly attempt: 1 | 2 | 3;
  /** The unbroken run of samples of a person, oldest first. */
  readonly samples: readonly Sample[];
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface Shown {
  readonly kind: 'shown';
  readonly open: RecordedScan;
  readonly verdict: Exclude<Verdict, HoldVerdict>;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** Has no end time: only the guard ends it. */
export interface Hold {
  readonly kind: 'hold';
  readonly open: RecordedScan;
  readonly verdict: HoldVerdict;
  readonly choices: readonly ResolutionKind[];
  readonly sinceMs: number;
}

export interface Resolved {
  readonly kind: 'resolved';
  readonly open: RecordedScan;
  readonly by: 'allowed' | 'refused';
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** What may follow once an entry is durable; its times count from that instant. */
export type Recorded = Measuring | Shown | Hold | Resolved;

/** An entry is to be written; nothing of `next` is shown before it is durable. */
export interface Recording {
  readonly kind: 'recording';
  readonly record: Record;
  readonly next: Recorded;
}

/** What the gate is doing. Times are monotonic milliseconds of this boot. */
export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly untilMs: number }
  | Measuring
  | Shown
  | Hold
  | Resolved
  | Recording
  | { readonly kind: 'out-of-service'; readonly failure: RecordingFailure };

/** One frame of a thermometer, in hundredths of a degree. */
export interface Sample {
  readonly objectCenti: number;
  readonly ambientCenti?: number;
  readonly monoMs: number;
}

/** What has to be in the log before the screen may change. */
export type Record =
  | {
      readonly kind: 'scan';
      readonly id: string;
      /** The first entry of this scan, where this is a later verdict on it. */
      readonly ref?: string;
      /** The instant of this verdict; the scan's own instant is `scan.at`. */
      readonly at: TrustedTime;
      readonly scan: Scan;
      readonly verdict: Verdict;
      readonly readings: readonly Reading[];
    }
  | {
      readonly kind: 'guard-action';
      readonly id: string;
      /** The first entry of the scan. */
      readonly ref: string;
      readonly at: TrustedTime;
      readonly resolution: Resolution;
      /** How this ended the hold; absent where the hold goes on. */
      readonly ends?: Resolved['by'];
    };

export interface Gate {
  readonly phase: Phase;
  readonly recent: Recent;
}

/** What was shown lately, for "the same presentation"; both bounded, and empty after a restart. */
export interface Recent {
  /** Passes, from the instant of their latest entry on. */
  readonly passes: readonly Sighting[];
  /** Live presentations, from the instant they were first read. */
  readonly presentations: readonly Sighting[];
}

export interface Sighting {
  readonly tag: string;
  readonly atMonoMs: number;
}

/** How the thermometer of this lane measures. */
export interface ThermometerProfile {
  /** A `surface` sensor sees skin; a `body` sensor already estimates the body. */
  readonly mode: 'surface' | 'body';
  /**
   * Added once to what the sensor says, in hundredths of a degree: skin to body together with
   * calibration for `surface`, calibration alone for `body`.
   */
  readonly offsetCenti: number;
  /** So many samples in a row, at least one, within the spread make a reading. */
  readonly stableSamples: number;
  readonly spreadCenti: number;
}

/** What the gate goes by at the moment of an event. */
export interface GateWorld {
  readonly rules: Rules | undefined;
  readonly thermometer: ThermometerProfile;
}

/** Everything that can happen at a gate. Ids and instants come from the host. */
export type GateEvent =
  | { readonly kind: 'reading-started'; readonly monoMs: number }
  | {
      readonly kind: 'presented';
      readonly scan: Scan;
      readonly entryId: string;
    }
  | {
      readonly kind: 'sampled';
      readonly sample: Sample;
      readonly at: TrustedTime;
      readonly entryId: string;
    }
  | {
      readonly kind: 'typed';
      readonly scanId: string;
      readonly centi: number;
      readonly at: TrustedTime;
      readonly entryId: string;
    }
  | {
      readonly kind: 'resolved';
      readonly scanId: string;
      readonly resolution: Resolution;
      readonly at: TrustedTime;
      readonly entryId: string;
    }
  | {
      readonly kind: 'dismissed';
      readonly scanId: string;
      readonly at: TrustedTime;
      readonly entryId: string;
    }
  | {
      readonly kind: 'time';
      readonly at: TrustedTime;
      readonly entryId: string;
    }
  | { readonly kind: 'recorded'; readonly id: string; readonly monoMs: number }
  | { readonly kind: 'not-recorded'; readonly failure: RecordingFailure }
  | { readonly kind: 'recording-restored' };
