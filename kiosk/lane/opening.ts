import type { RecordingFailure } from '#core/gate';
import {
  toImportDraft,
  type EntryDraft,
  type EntryStore,
  type StoreFailure,
} from '#core/log';
import { err, ok, type Result } from '#core/result';
import { StoreError, type MetaKeeper } from '#db';
import { words } from '#kiosk/contract';
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
  /** Offered at every start until it has nothing more to say. */
  readonly bundle?: Uint8Array;
  readonly entries: EntryStore;
  readonly meta: MetaKeeper;
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
  const owed: (() => Result<unknown, StoreFailure>)[] = [
    () => entries.append(start),
    () => {
      opening.setUp?.();
      return ok(undefined);
    },
    () => {
      if (bundle !== undefined) offer(opening, bundle);
      return ok(undefined);
    },
  ];
  return () => {
    try {
      for (let next = owed[0]; next !== undefined; next = owed[0]) {
        const done = next();
        if (!done.ok) return err(recordingFailure(done.error));
        owed.shift();
      }
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return err(recordingFailure(error.failure));
    }
  };
}

/** The bundle, by its SHA-256, that was offered at a start and has nothing more to say to what is held. */
const settledName = 'offered-bundle';

/**
 * Applies a bundle through its one door; what becomes of it is an entry. The file lies there from start
 * to start, and is older than what is held once a newer one came another way: that is said once, and
 * its signatures are not looked at each time.
 */
function offer({ trust, time, meta, warn }: Opening, bundle: Uint8Array): void {
  const fileHash = sha256(bundle);
  const name = Buffer.from(fileHash).toString('hex');
  const isSettled = meta.get(settledName) === name;
  if (isSettled && trust.held() !== undefined) return;

  const draftOf = (
    result: Parameters<typeof toImportDraft>[0]['result'],
  ): EntryDraft =>
    toImportDraft({ id: newId(), at: time.now(), fileHash, result });
  const applied = trust.apply(bundle, time.now(), ({ version }) =>
    draftOf({ kind: 'applied', version }),
  );
  if (applied.ok) {
    meta.set(settledName, name);
    return;
  }
  const { code, where = 'its signature' } = applied.error;
  const why = words.en.setup.refusals[code];
  const now =
    trust.held() === undefined
      ? 'nothing is held, so nobody can be admitted'
      : 'what is held stays in force';
  warn(`the bundle is refused (${code} at ${where}): ${why}; ${now}`);
  const refused = draftOf({ kind: 'refused', refusal: code });
  const isOlder = code === 'bundle-rollback';
  meta.set(settledName, isOlder ? name : '', [refused]);
}
