import type {
  AllowReason,
  RecordingFailure,
  RefuseReason,
  ResolutionKind,
} from '#core/gate';
import type { Advice, Badge, Checkpoint, Outcome, Reason } from '#core/policy';
import type { TimeState } from '#core/trust';
import type { ExportResult } from './log.ts';
import type { ImportResult } from './trust.ts';
import type { SetupScan } from './setup.ts';
import type { Session, Shift, StaffRead } from './staff.ts';

/** The contract's major; a client that speaks another says so instead of guessing. */
export const contractVersion: 1 = 1;

/** What is shown of an authentic pass, masked by the service. */
export interface ShownSubject {
  readonly maskedName?: string;
  readonly maskedDocument?: string;
  readonly birthYear?: number;
  readonly issuerZh: string;
  readonly issuerEn: string;
  readonly colour?: 'green' | 'yellow' | 'red';
  readonly colourLabel?: string;
  readonly form: 'live' | 'paper' | 'static';
  readonly persons: number;
}

/** One person of a household pass, masked, with a verdict of their own; the strictest decided. */
export interface ShownMember {
  readonly maskedName: string;
  readonly maskedDocument?: string;
  readonly birthYear?: number;
  readonly colour?: 'green' | 'yellow' | 'red';
  readonly colourLabel?: string;
  readonly outcome: 'admit' | 'hold' | 'deny';
  /** What stands against this one alone; empty for whoever would be admitted. */
  readonly reasons: readonly Reason[];
  readonly badges: readonly Badge[];
}

export interface ShownVerdict<O extends Outcome = Outcome> {
  readonly outcome: O;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly advice: readonly Advice[];
  /** The policy's number to call, where the advice says to call it. */
  readonly hotline?: string;
  /** What to draw as a QR code for whoever is to apply here, where the advice says so. */
  readonly applyCode?: string;
  readonly badges: readonly Badge[];
  readonly subject?: ShownSubject;
  /** Of a household pass, in its order, the guardian first; empty for one person. */
  readonly members: readonly ShownMember[];
  /** Where this lane saw the same pass or presentation before, with `seen-again` and `replay`. */
  readonly seen?: { readonly atMs: number; readonly lane: string };
  /** Tenths of a degree Celsius, rounded half up for display only; oldest first. */
  readonly temperaturesDeci: readonly number[];
}

/** A bar that runs down: milliseconds left when the snapshot was made, out of the whole. */
export interface Countdown {
  readonly leftMs: number;
  readonly wholeMs: number;
}

/** What the gate screen shows; one case, one screen. */
export type GateView =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'need-temperature';
      readonly scanId: string;
      readonly attempt: 1 | 2 | 3;
      /** Tenths of a degree of the latest sample, if any; not yet a reading. */
      readonly latestDeci?: number;
      /** 0 to 1: how much of the stable run has been seen. */
      readonly settled: number;
      readonly countdown: Countdown;
    }
  | {
      readonly kind: 'admit';
      readonly scanId: string;
      readonly verdict: ShownVerdict<'admit'>;
      readonly countdown: Countdown;
    }
  | {
      readonly kind: 'hold';
      readonly scanId: string;
      readonly verdict: ShownVerdict<'hold'>;
      readonly choices: readonly ResolutionKind[];
      readonly allowReasons: readonly AllowReason[];
      readonly refuseReasons: readonly RefuseReason[];
      readonly idCompared: boolean;
    }
  | {
      readonly kind: 'deny';
      readonly scanId: string;
      readonly verdict: ShownVerdict<'deny'>;
      readonly countdown: Countdown;
    }
  | {
      readonly kind: 'not-a-pass';
      readonly scanId: string;
      readonly verdict: ShownVerdict<'none'>;
      readonly countdown: Countdown;
    }
  | {
      readonly kind: 'resolved';
      readonly scanId: string;
      readonly by: 'allowed' | 'refused';
      readonly subject?: ShownSubject;
      readonly countdown: Countdown;
    }
  /** No reader of this kind is left; the others still work. */
  | { readonly kind: 'device-lost'; readonly deviceId: string }
  | { readonly kind: 'out-of-service'; readonly failure: RecordingFailure };

/** Why a device is not open, or what it did wrong; each has words and a way back. */
export type DeviceFailure =
  | 'device.missing'
  | 'device.busy'
  | 'device.denied'
  | 'device.unplugged'
  | 'device.io'
  | 'device.overflow'
  | 'device.unsupported';

export interface DeviceStatus {
  readonly id: string;
  readonly kind: 'scanner' | 'thermometer';
  readonly state: 'closed' | 'opening' | 'open' | 'lost';
  readonly failure?: DeviceFailure;
}

/** How old the trust list is, on the ladder of the signed policy; `none` before the first bundle. */
export type Freshness =
  | { readonly rung: 'none' }
  | {
      readonly rung: 'normal' | 'banner' | 'hold' | 'expired';
      readonly version: number;
      /** Since what is held was last known to be the latest; the rung counts from there. */
      readonly ageMs: number;
      readonly policy: { readonly version: number; readonly ageMs: number };
      /** Of the list that is oldest; absent where there is none. */
      readonly status?: { readonly ageMs: number };
    };

export interface Counts {
  readonly admit: number;
  readonly hold: number;
  readonly deny: number;
  readonly none: number;
}

/** What each kind of job finds or makes. */
export interface JobResults {
  readonly 'verify-chain': {
    readonly entries: number;
    readonly brokenAtSeq?: number;
  };
  readonly 'export-log': ExportResult;
  readonly 'import-bundle': ImportResult;
}

export type JobKind = keyof JobResults;

/** Why a job ended without a result; each says what to do. */
export type JobFailure =
  | 'job.crashed'
  | 'job.place-gone'
  | 'job.place-full'
  | 'job.not-written'
  | RecordingFailure;

export type JobState<Result> =
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: JobFailure };

export type Job = {
  [Kind in JobKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly state: JobState<JobResults[Kind]>;
  };
}[JobKind];

/**
 * Everything a client may know, whole each time. `number` grows by one with every change within
 * one `serviceId`; a client drops a snapshot that is not newer, and everything it held when the
 * service is another.
 */
export interface Snapshot {
  readonly contract: typeof contractVersion;
  readonly serviceId: string;
  readonly number: number;
  readonly profile: 'demo' | 'site';
  readonly state: 'unconfigured' | 'demo' | 'ready' | 'revoked';
  readonly version: string;
  /** Large on a page on which nobody has switched; absent where the site does not say. */
  readonly language?: 'zh' | 'en';
  readonly checkpoint: Checkpoint;
  readonly gate: GateView;
  /** Said to the guard while another scan is open, e.g. a second person's pass was read. */
  readonly notice?:
    'finish-first' | 'switch-input-method' | 'same-presentation';
  readonly devices: readonly DeviceStatus[];
  readonly freshness: Freshness;
  readonly clock: {
    readonly atMs: number;
    readonly state: TimeState;
    /** The instants `set-clock` takes; absent before anything signed was seen. */
    readonly settable?: { readonly fromMs: number; readonly untilMs: number };
  };
  /** Entries no hub has confirmed. */
  readonly unsent: number;
  readonly today: Counts;
  readonly jobs: readonly Job[];
  /** Who is logged in on the client that reads this; the one part that differs between clients. */
  readonly session: Session;
  readonly shift?: Shift;
  /** What the client that reads this waited for; no other one has it. */
  readonly read?: StaffRead;
  /** Only while unconfigured. */
  readonly setup?: SetupScan;
  /** Only in the demo profile: who can be made to arrive with `demo-arrive`. */
  readonly demo?: {
    readonly people: readonly DemoPerson[];
    /** Said on the log-in screen: behind it is nobody's data. */
    readonly supervisorPin: string;
  };
}

/** One fixture of the demo world, named for what it shows. */
export interface DemoPerson {
  readonly id: string;
  readonly labelZh: string;
  readonly labelEn: string;
}
