import { z } from 'zod';
import type {
  BundleRefusal,
  Chunks,
  Pin,
  Remembered,
  TrustedTime,
} from '#core/trust';
import type { BundleReadFault, TrustChange } from '#kiosk/contract';
import type { DecidedBundle } from '#kiosk/trust';

/** All that the thread of an import is told; it cannot write anywhere. */
export interface ImportPlan extends Pick<Pin, 'rootFile' | 'profile'> {
  /** The data folder, for chunks of status lists that are kept there. */
  readonly folder: string;
  /** The file that someone chose. */
  readonly file: string;
  readonly now: TrustedTime;
  readonly held?: DecidedBundle;
  readonly remembered?: Remembered;
}

/** What was sent from our own thread is looked at as far as something else could have been sent. */
export const importPlanSchema: z.ZodType<ImportPlan> = z.object({
  folder: z.string(),
  file: z.string(),
  rootFile: z.instanceof(Uint8Array),
  profile: z.enum(['demo', 'site']),
  now: z.custom<TrustedTime>(isRecord),
  held: z.custom<DecidedBundle>(isRecord).exactOptional(),
  remembered: z.custom<Remembered>(isRecord).exactOptional(),
});

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** What the thread comes to. */
export type Decision =
  | { readonly kind: 'unreadable'; readonly fault: BundleReadFault }
  | {
      readonly kind: 'refused';
      readonly fileHash: Uint8Array;
      readonly refusal: BundleRefusal;
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'replaced';
      readonly fileHash: Uint8Array;
      readonly next: DecidedBundle;
      readonly changes: readonly TrustChange[];
    };

/** Verified chunks to be kept: a few at a time, so that the lane goes on in between. */
export interface ChunksToKeep {
  readonly chunks: Chunks;
  /** Of all of them. */
  readonly names: ReadonlySet<string>;
}
