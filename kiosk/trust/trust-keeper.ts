import type { EntryDraft } from '#core/log';
import type { Result } from '#core/result';
import type {
  AppliedBundle,
  BundleRefusal,
  Chunks,
  HeldBundle,
  Pin,
  Remembered,
  RootMetadata,
  TokenRefusal,
  toHeldBundle,
  TrustedTime,
} from '#core/trust';

/** The bundle in force: read once, replaced only by what `apply` of core decided. */
export interface TrustKeeper {
  readonly pin: Pin;
  held(): HeldBundle | undefined;
  /** The root in force: of what is held, or the one this kiosk was given at first. */
  root(): RootMetadata;
  /** UTC milliseconds as of which what is held is known to be the latest. */
  asOfMs(): number | undefined;
  /** The same where a freshness token says it, and not the bundle itself. */
  confirmedAtMs(): number | undefined;
  /**
   * How often, since the start, a root took back what was signed with keys that were lost, and with it
   * every time they ever signed.
   */
  recoveries(): number;
  /**
   * Takes a bundle, decided on this thread. The entry, if one is given, is kept with what is taken or
   * neither is. Throws StoreError.
   */
  apply(
    bundle: Uint8Array,
    now: TrustedTime,
    entryOf?: (taken: AppliedBundle) => EntryDraft,
  ): Result<AppliedBundle, BundleRefusal>;
  /** What `apply` would say; nothing changes. */
  wouldTake(
    bundle: Uint8Array,
    now: TrustedTime,
  ): Result<AppliedBundle, BundleRefusal>;
  /** What another thread has to decide against. Throws StoreError. */
  basis(): TrustBasis;
  /**
   * Keeps verified chunks of a bundle that may be taken later, beside those of these names. Throws
   * StoreError.
   */
  keep(chunks: Chunks, besides: ReadonlySet<string>): void;
  /**
   * Takes what another thread decided, with its entry. False where what it decided against is no longer
   * held. Throws StoreError.
   */
  adopt(next: DecidedBundle, basis: TrustBasis, entry: EntryDraft): boolean;
  /**
   * Believes a freshness token's word that what is held is still the latest, and goes on doing so after
   * a restart. Throws StoreError.
   */
  confirm(
    token: string,
    now: TrustedTime,
    entryOf: (confirmed: ConfirmedBundle) => EntryDraft,
  ): Result<ConfirmedBundle, TokenRefusal>;
}

/** What was known when a bundle was decided on. */
export interface TrustBasis {
  readonly held: HeldBundle | undefined;
  readonly remembered: Remembered | undefined;
}

export interface ConfirmedBundle {
  readonly signedAtMs: number;
  /** Of the bundle held. */
  readonly version: number;
}

/** A held bundle as it passes from thread to thread. */
export type DecidedBundle = Parameters<typeof toHeldBundle>[0];
