import type { RecordingFailure } from '#core/gate';
import { toImportDraft, type EntryDraft, type EntryStore } from '#core/log';
import { err, ok, type Result } from '#core/result';
import { StoreError } from '#db';
import { sha256 } from '#kiosk/crypto';
import { recordingFailure } from '#kiosk/recording';
import type { TrustKeeper } from '#kiosk/trust';
import type { Timekeeper } from '#kiosk/clock';
import { newId } from './new-id.ts';

/** What the log has to say before the first scan of a start. */
export interface Opening {
  /** That the lane opened. */
  readonly start: EntryDraft;
  /** Puts down by which files the lane was set up, where they are not those the log knows. */
  setUp?(): void;
  /** Offered once; what becomes of it is an entry, unless it is the one held. */
  readonly bundle?: Uint8Array;
  readonly entries: EntryStore;
  readonly trust: TrustKeeper;
  readonly time: Timekeeper;
  warn(message: string): void;
}

/**
 * Gives the one way to open the log, to be called until it is ok: a disk that fails at a start costs
 * the lane its service and not its screen, and what was done is not done twice.
 */
export function createOpening(
  opening: Opening,
): () => Result<void, RecordingFailure> {
  const { start, bundle, entries } = opening;
  const owed = [
    () => start,
    () => {
      opening.setUp?.();
      return undefined;
    },
    () => bundle && offered(opening, bundle),
  ];
  let draft: EntryDraft | undefined;
  return () => {
    try {
      for (let next = owed[0]; next !== undefined; next = owed[0]) {
        draft ??= next();
        const written = draft ? entries.append(draft) : ok(undefined);
        if (!written.ok) return err(recordingFailure(written.error));
        draft = undefined;
        owed.shift();
      }
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return err(recordingFailure(error.failure));
    }
  };
}

/** Applies a bundle through its one door; the log keeps what came of it, a refusal too. */
function offered(
  { trust, time, warn }: Opening,
  bundle: Uint8Array,
): EntryDraft | undefined {
  const applied = trust.apply(bundle, time.now());
  if (applied.ok && applied.value.kind === 'unchanged') return undefined;
  if (!applied.ok) {
    const { code, where = 'its signature' } = applied.error;
    warn(
      `the bundle is refused (${code} at ${where}); the one held stays in force`,
    );
  }
  return toImportDraft({
    id: newId(),
    at: time.now(),
    fileHash: sha256(bundle),
    result: applied.ok
      ? { kind: 'applied', version: applied.value.version }
      : { kind: 'refused', refusal: applied.error.code },
  });
}
