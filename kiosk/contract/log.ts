import { z } from 'zod';
import type { EntryKind } from '#core/log';
import type { Outcome, ReasonCode } from '#core/policy';
import type { TimeState } from '#core/trust';

/** Which entries of the log are wanted; what is absent does not narrow. */
export interface LogFilter {
  /** UTC milliseconds, inclusive. */
  readonly fromMs?: number;
  /** UTC milliseconds, exclusive. */
  readonly untilMs?: number;
  readonly kind?: EntryKind;
  readonly outcome?: Outcome;
  /** The deciding reason. */
  readonly reason?: ReasonCode;
  /** The id of an issuer. */
  readonly issuer?: string;
}

/** One entry as a supervisor reads it: masked, and never more than the log itself holds in the clear. */
export interface LogRow {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly atMs: number;
  readonly timeState: TimeState;
  readonly outcome?: Outcome;
  /** Every reason, the deciding one first; codes of the closed set, or of an older program. */
  readonly reasons: readonly string[];
  readonly issuer?: string;
  readonly maskedName?: string;
  readonly maskedDocument?: string;
  /** What was done, for entries that are no scans: a closed code such as `allow` or `log-in`. */
  readonly action?: string;
  readonly because?: string;
  /** The name of who works here and did it, or had it done to them. */
  readonly staff?: string;
  /** Tenths of a degree Celsius, oldest first. */
  readonly temperaturesDeci: readonly number[];
  /** The entry this one is about, usually a scan. */
  readonly refSeq?: number;
  /** What was written later about this one, oldest first. */
  readonly followUps: readonly FollowUp[];
  /** Set where the columns beside the entry do not say what its chained header says. */
  readonly isAltered?: true;
}

/** What a guard did about a scan, or what a second measurement came to. */
export interface FollowUp {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly atMs: number;
  readonly outcome?: Outcome;
  readonly action?: string;
  readonly because?: string;
}

/** Newest first. */
export interface LogPage {
  /** May be fewer than asked for, or none, where a rare combination takes more than one look. */
  readonly rows: readonly LogRow[];
  /** Ask for the next page with this; absent on the last. */
  readonly nextBeforeSeq?: number;
  /** Issuers that occur in the log, for the filter. */
  readonly issuers: readonly string[];
}

/** One entry with all that its header says in the clear. */
export interface LogEntry {
  readonly row: LogRow;
  readonly id: string;
  readonly reasons: readonly {
    readonly code: string;
    /** Why in particular: a closed code of the format. */
    readonly detail?: string;
  }[];
  /** In the order they are shown. */
  readonly facts: readonly {
    readonly name: LogFact;
    readonly value: string;
  }[];
  /** SHA-256 of the header and the hash of its sealed part, lower-case hex; exports carry it too. */
  readonly entryHash: string;
  /** The chain up to here, lower-case hex. */
  readonly chain: string;
  /** Whether whom it is about is sealed beside it. */
  readonly isSealed: boolean;
}

/** What a header may say beside its row; each has a word, its value is shown as it is. */
export type LogFact =
  | 'checkpoint'
  | 'lane'
  | 'direction'
  | 'source'
  | 'reader'
  | 'form'
  | 'kid'
  | 'persons'
  | 'policy-version'
  | 'trust-version'
  | 'version'
  | 'rows'
  | 'altered'
  | 'sha256'
  | 'clock-by'
  | 'boot';

/** A folder an export may go to. */
export interface ExportPlace {
  readonly id: string;
  /** A path of this kiosk, or the mount point of a drive that was plugged in. */
  readonly path: string;
  readonly kind: 'data-folder' | 'drive';
  readonly freeBytes: number;
}

export interface ExportRequest {
  readonly filter: LogFilter;
  readonly placeId: string;
  /** The language of the headings and words in the file. */
  readonly language: 'zh' | 'en';
}

/** What an export wrote. */
export interface ExportResult {
  readonly file: string;
  readonly manifest: string;
  readonly rows: number;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
  /** Entries whose chain or columns do not hold, the first thousand; named in the manifest too. */
  readonly alteredSeqs: readonly number[];
  /** How many there are in all. */
  readonly altered: number;
  /** The public half of the key that signed the manifest, lower-case hex. */
  readonly deviceKey: string;
}

const entryKinds: readonly EntryKind[] = [
  'scan',
  'guard-action',
  'login',
  'export',
  'import',
  'clock',
  'config',
  'shift',
  'start',
  'stop',
  'gap',
];

export const logFilterSchema: z.ZodType<LogFilter> = z.strictObject({
  fromMs: z.int().exactOptional(),
  untilMs: z.int().exactOptional(),
  kind: z.enum(entryKinds).exactOptional(),
  outcome: z.enum(['admit', 'hold', 'deny', 'none']).exactOptional(),
  // A code of an older program is still in old entries; the store compares it, nothing else does.
  reason: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .exactOptional() as z.ZodExactOptional<z.ZodType<ReasonCode>>,
  issuer: z
    .string()
    .regex(/^[A-Z0-9-]{1,16}$/)
    .exactOptional(),
});

export const exportRequestSchema: z.ZodType<ExportRequest> = z.strictObject({
  filter: logFilterSchema,
  placeId: z.string().min(1).max(128),
  language: z.enum(['zh', 'en']),
});
