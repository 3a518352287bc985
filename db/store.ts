import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryStore, StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import {
  createBundleKeeper,
  createBundleReader,
  type BundleKeeper,
} from './bundle-keeper.ts';
import { createClockKeeper, type ClockKeeper } from './clock-keeper.ts';
import { openConnection, openReadOnly } from './connection.ts';
import { createEntryReader, walkSlices } from './entry-reader.ts';
import { createEntryWriter } from './entry-writer.ts';
import { toStoreFailure } from './failure.ts';
import { takeLock, type Lock } from './lock.ts';
import {
  createMetaKeeper,
  createMetaReader,
  type MetaKeeper,
} from './meta-keeper.ts';
import { recheck } from './recheck.ts';
import { createSealedReader, type SealedReader } from './sealed-reader.ts';
import { createSession, type Handle } from './session.ts';
import { createStaffKeeper, type StaffKeeper } from './staff-keeper.ts';

/**
 * Everything a kiosk keeps, in one folder, for one process. Reads and the keepers throw StoreError
 * where the world fails them; `entries.append` and `entries.probe` return it.
 */
export interface Store {
  readonly entries: EntryStore;
  readonly sealed: SealedReader;
  readonly trust: BundleKeeper;
  readonly clock: Omit<ClockKeeper, 'forget'>;
  readonly meta: MetaKeeper;
  readonly staff: StaffKeeper;
  close(): void;
}

/** The log for another thread: cannot write, needs no lock, sees every commit. */
export interface StoreReader {
  readonly entries: Omit<EntryStore, 'append' | 'probe'>;
  readonly sealed: SealedReader;
  readonly trust: Pick<BundleKeeper, 'file' | 'chunk'>;
  readonly meta: Pick<MetaKeeper, 'get'>;
  close(): void;
}

export interface StoreLimits {
  /** The database grows no further than this many pages of 4 KiB: the log never fills the disk of its host. */
  readonly maxPages?: number;
}

export const fileName = 'postern.db';

/** Opens the store of a folder, made if absent, and locks the folder for this process. */
export function openStore(
  folder: string,
  limits: StoreLimits = {},
): Result<Store, StoreFailure> {
  return attempt(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = takeLock(join(folder, 'lock.db'));
    try {
      return composeStore(join(folder, fileName), limits, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** Opens the log of a folder that a store has open, for reading alone. */
export function openReader(folder: string): Result<StoreReader, StoreFailure> {
  return attempt(() => {
    const connection = openReadOnly(join(folder, fileName));
    const { slice, ...entries } = createEntryReader(connection);
    return {
      entries: {
        ...entries,
        walk: (afterSeq) => walkSlices(slice, afterSeq),
      },
      sealed: createSealedReader(connection),
      trust: createBundleReader(connection),
      meta: createMetaReader(connection),
      close: () => {
        connection.close();
      },
    };
  });
}

function composeStore(file: string, limits: StoreLimits, lock: Lock): Store {
  const open = () => openHandle(file, limits);
  const session = createSession(open(), open, (handle) => {
    recheck(handle.connection, handle.entries);
  });
  const { run, demand } = session;
  return {
    entries: {
      append: (draft) => run(({ writer }) => writer.append(draft)),
      probe: () =>
        run(({ writer }) => {
          writer.probe();
        }),
      head: () => demand(({ entries }) => entries.head()),
      page: (request) => demand(({ entries }) => entries.page(request)),
      withSeq: (seq) => demand(({ entries }) => entries.withSeq(seq)),
      withId: (id) => demand(({ entries }) => entries.withId(id)),
      about: (id) => demand(({ entries }) => entries.about(id)),
      issuers: () => demand(({ entries }) => entries.issuers()),
      walk: (afterSeq) =>
        walkSlices(
          (seq) => demand(({ entries }) => entries.slice(seq)),
          afterSeq,
        ),
      countSince: (sinceMs) =>
        demand(({ entries }) => entries.countSince(sinceMs)),
    },
    sealed: { blob: (seq) => demand(({ sealed }) => sealed.blob(seq)) },
    trust: {
      file: () => demand(({ trust }) => trust.file()),
      mark: () => demand(({ trust }) => trust.mark()),
      chunk: (sha256) => demand(({ trust }) => trust.chunk(sha256)),
      keep: (chunks, besides) => {
        demand(({ trust }) => {
          trust.keep(chunks, besides);
        });
      },
      replace: (held, telling) => {
        demand(({ trust }) => {
          trust.replace(held, telling);
        });
      },
    },
    clock: {
      memory: () => demand(({ clock }) => clock.memory()),
      pass: (at) => {
        demand(({ clock }) => {
          clock.pass(at);
        });
      },
      believe: (signedAtMs) => {
        demand(({ clock }) => {
          clock.believe(signedAtMs);
        });
      },
      keep: (memory, at) => {
        demand(({ clock }) => {
          clock.keep(memory, at);
        });
      },
    },
    meta: {
      get: (name) => demand(({ meta }) => meta.get(name)),
      set: (name, value, entries) => {
        demand(({ meta }) => {
          meta.set(name, value, entries);
        });
      },
    },
    staff: {
      rows: () => demand(({ staff }) => staff.rows()),
      door: () => demand(({ staff }) => staff.door()),
      shift: () => demand(({ staff }) => staff.shift()),
      change: (change) => {
        demand(({ staff }) => {
          staff.change(change);
        });
      },
    },
    close: () => {
      session.close();
      lock.release();
    },
  };
}

/** A connection and everything prepared on it; gone together when the connection is given up. */
function openHandle(file: string, { maxPages }: StoreLimits) {
  const connection = openConnection(file, maxPages);
  const clock = createClockKeeper(connection);
  const entries = createEntryReader(connection);
  const writer = createEntryWriter(connection, clock, entries.head);
  return {
    connection,
    entries,
    clock,
    writer,
    sealed: createSealedReader(connection),
    trust: createBundleKeeper(connection, clock, writer),
    meta: createMetaKeeper(connection, writer),
    staff: createStaffKeeper(connection, writer),
    close: () => {
      connection.close();
    },
  } satisfies Handle & Record<string, unknown>;
}

function attempt<T>(work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    const failure = toStoreFailure(error);
    if (failure === undefined) throw error;
    return err(failure);
  }
}
