import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import {
  leavesConnectionSound,
  StoreError,
  toStoreFailure,
} from './failure.ts';

/** One connection with its prepared statements. */
export interface Handle {
  close(): void;
}

/** Lends the one handle out, and replaces it where the disk has failed under it. */
export interface Session<H extends Handle> {
  /** What the world prevented is a value; anything else is a defect and thrown. */
  run<T>(work: (handle: H) => T): Result<T, StoreFailure>;
  /** The same, for where there is no result to carry the failure: throws StoreError. */
  demand<T>(work: (handle: H) => T): T;
  close(): void;
}

/**
 * After an I/O error nothing is asked of the same handle again: a repeated fsync may report success
 * for pages the system has already dropped. The next use opens another and has it `recheck`ed.
 */
export function createSession<H extends Handle>(
  first: H,
  open: () => H,
  recheck: (handle: H) => void,
): Session<H> {
  let handle: H | undefined = first;
  let isClosed = false;

  const current = (): H => {
    if (isClosed) {
      throw new StoreError({ code: 'store.closed', message: 'closed' });
    }
    handle ??= reopened();
    return handle;
  };

  const reopened = (): H => {
    const next = open();
    try {
      recheck(next);
      return next;
    } catch (error) {
      next.close();
      throw error;
    }
  };

  const run = <T>(work: (handle: H) => T): Result<T, StoreFailure> => {
    try {
      return ok(work(current()));
    } catch (error) {
      const failure = toStoreFailure(error);
      if (failure === undefined) throw error;
      // Where there was no room or no lock, the transaction was rolled back and both may return.
      if (!leavesConnectionSound(error)) drop();
      return err(failure);
    }
  };

  const drop = (): void => {
    const failed = handle;
    handle = undefined;
    failed?.close();
  };

  return {
    run,
    demand: (work) => {
      const result = run(work);
      if (!result.ok) throw new StoreError(result.error);
      return result.value;
    },
    close: () => {
      isClosed = true;
      drop();
    },
  };
}
