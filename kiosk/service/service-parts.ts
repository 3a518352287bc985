import type {
  Record,
  RecordingFailure,
  Scan,
  ThermometerProfile,
} from '#core/gate';
import type { Checkpoint } from '#core/policy';
import type { Result } from '#core/result';
import type {
  CheckedPass,
  SayableTime,
  Signatures,
  TrustedTime,
} from '#core/trust';
import type { Archive } from '#kiosk/archive';
import type {
  BundlePlace,
  CommandAnswer,
  Counts,
  DemoPerson,
  Granted,
  QueryAnswer,
  Snapshot,
  TokenError,
  TrustView,
} from '#kiosk/contract';
import type { Asker, JobBoard } from '#kiosk/jobs';
import type { Staff } from '#kiosk/staff';
import type { TrustKeeper } from '#kiosk/trust';
import type { Device, ScannedText, ThermometerFrame } from '#native';

/** What the service is composed of; every port is real in every host, and nothing here knows which. */
export interface ServiceParts {
  readonly profile: 'demo' | 'site';
  readonly state: 'demo' | 'ready' | 'revoked';
  readonly version: string;
  readonly checkpoint: Checkpoint;
  readonly signatures: Signatures;
  readonly scanners: readonly Device<ScannedText>[];
  readonly thermometers: readonly Device<ThermometerFrame>[];
  readonly thermometer: ThermometerProfile;
  readonly language?: NonNullable<Snapshot['language']>;
  readonly jobs: JobBoard;
  readonly staff: Staff;
  readonly archive: Archive;
  /** Set where the lane could not record that it opened: it begins out of service. */
  readonly failure?: RecordingFailure;
  readonly demo?: {
    readonly people: readonly DemoPerson[];
    readonly supervisorPin: string;
    arrive(personId: string): boolean;
  };
  now(): TrustedTime;
  /** What a person's word for the time may name. */
  sayable(): SayableTime | undefined;
  newId(): string;
  readonly trust: Pick<TrustKeeper, 'held' | 'asOfMs'>;
  /** Believes a freshness token, if it is one for what is held, and records it. */
  confirm(
    token: string,
    by: Asker | undefined,
  ): Result<unknown, TokenError | 'contract.out-of-service'>;
  /** What is believed, for people. */
  trustView(): TrustView;
  /** Files that may be bundles. */
  bundlePlaces(): readonly BundlePlace[];
  /** What tells this pass and this presentation from others, and what the lane remembers of both. */
  recognise(checked: CheckedPass, at: TrustedTime): Recognised;
  /** Durable once ok. */
  write(record: Record): Result<void, RecordingFailure>;
  /** Whether a record could be written now. */
  probe(): boolean;
  /** Hears of a bug of ours that a command ran into. */
  defect(error: unknown): void;
  counts(): Counts;
  unsent(): number;
}

export type Recognised = Pick<
  Scan,
  'dedupeTag' | 'presentationTag' | 'history'
>;

export interface Service {
  /** One more client; the host says what it may do before anyone logs in on it. */
  connect(granted: Granted): ServiceClient;
  stop(): Promise<void>;
}

/** What one client has of the service. */
export interface ServiceClient {
  snapshot(): Snapshot;
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /**
   * Checks and performs a command; never rejects for what a client sent. What the gate does is done
   * when this returns, only its answer comes later.
   */
  command(command: unknown): Promise<CommandAnswer>;
  query(query: unknown): Promise<QueryAnswer>;
  /** The client is gone, and whoever was logged in on it. */
  close(): void;
}
