import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { apply, readStored, type HeldBundle } from '#core/trust';
import { openStore, type Store } from '#db';
import { siteIssuer } from '../site/make-site.ts';
import { summary, type Row } from './measure.ts';
import { writeStatusRows, type StatusRows } from './status-rows.ts';
import {
  benchList,
  createRandom,
  makeStatusWorld,
  type StatusWorld,
} from './status-world.ts';

/** `POSTERN_STATUS_ENTRIES=100000` for a quick look. */
const entries = Number(process.env['POSTERN_STATUS_ENTRIES'] ?? 10_000_000);

/** A status list of ten million entries, beside the same list as SQLite rows, one for each not normal. */
export function benchStatus(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'postern-status-'));
  const world = makeStatusWorld(entries);
  storeIn(folder).close();
  const emptyBytes = sizeOf(folder);

  const store = storeIn(folder);
  const taking = timedOnce(() => take(world.whole, world, undefined, store));
  store.close();
  const writing = timedOnce(() => writeStatusRows(folder, world.exceptions));
  const rows = writing.result;
  const again = storeIn(folder);
  try {
    return [
      {
        what: `take a list of ${entries.toLocaleString('en')} from a file, durable`,
        value: taking.ms,
        unit: 'ms',
        limit: { what: 'insert its rows', value: writing.ms },
      },
      {
        what: 'the list in the store, on disk',
        value: (sizeOf(folder) - emptyBytes) / 1024,
        unit: 'KiB',
        limit: { what: 'its rows', value: rows.sizeBytes() / 1024 },
      },
      ...loadRows(again, world, rows),
      lookUpRow(taking.result, rows),
      ...[0.0001, 0.001].flatMap((share) =>
        deltaRows(world, taking.result, share),
      ),
    ];
  } finally {
    rows.close();
    again.close();
    rmSync(folder, { recursive: true });
  }
}

/** After a start: from the store to look-ups, every signature and every hash checked. */
function loadRows(
  store: Store,
  world: StatusWorld,
  rows: StatusRows,
): readonly Row[] {
  const file = store.trust.file() ?? new Uint8Array();
  const loads = [1, 2, 3, 4, 5].map(() =>
    measured(() => readStored(file, world.pin, store.trust)),
  );
  const rowLoads = [1, 2, 3, 4, 5].map(() => measured(() => rows.load()));
  const middle = (key: 'ms' | 'bytes', of: typeof loads): number =>
    summary(of.map((each) => each[key])).p50;
  return [
    {
      what: 'read it back after a start, p50',
      value: middle('ms', loads),
      unit: 'ms',
      limit: {
        what: 'read its rows into a map',
        value: middle('ms', rowLoads),
      },
    },
    {
      what: 'memory it then takes',
      value: middle('bytes', loads) / 1_048_576,
      unit: 'MiB',
      limit: {
        what: 'the map of its rows',
        value: middle('bytes', rowLoads) / 1_048_576,
      },
    },
  ];
}

/** As many as make a span that can be measured: one alone is shorter than the clock's step. */
const lookUps = 200_000;

function lookUpRow({ trust }: HeldBundle, rows: StatusRows): Row {
  const random = createRandom(7);
  const indices = Array.from({ length: lookUps }, () => random(entries));
  let differing = 0;
  for (const index of indices) {
    const found = trust.status(siteIssuer, benchList, index);
    if (found !== rows.status(index)) differing += 1;
  }
  if (differing > 0) throw new Error(`${differing} answers differ`);
  const eachNs = (look: (index: number) => unknown): number =>
    (timedOnce(() => {
      for (const index of indices) look(index);
    }).ms *
      1e6) /
    lookUps;
  return {
    what: 'look up one index, mean',
    value: eachNs((index) => trust.status(siteIssuer, benchList, index)),
    unit: 'ns',
    limit: { what: 'select its row', value: eachNs(rows.status) },
  };
}

function deltaRows(
  world: StatusWorld,
  held: HeldBundle,
  share: number,
): readonly Row[] {
  const { whole, delta } = world.next(share);
  // In turn: a machine's moods, and a compiler's, strike both alike.
  const times = [1, 2, 3, 4, 5].map(() =>
    [delta, whole].map(
      (bundle) => timedOnce(() => take(bundle, world, held, undefined)).ms,
    ),
  );
  const middle = (which: number): number =>
    summary(times.map((each) => each[which] ?? Number.NaN)).p50;
  const flipped = Math.ceil(entries * share).toLocaleString('en');
  return [
    {
      what: `an update with ${flipped} more revoked, as deltas`,
      value: delta.length / 1024,
      unit: 'KiB',
      limit: { what: 'the whole bundle', value: whole.length / 1024 },
    },
    {
      what: `decide on it, ${flipped} more revoked, p50`,
      value: middle(0),
      unit: 'ms',
      limit: { what: 'on the whole bundle', value: middle(1) },
    },
  ];
}

/** As a lane takes it; into the store where there is one. */
function take(
  bundle: Uint8Array,
  { pin }: StatusWorld,
  held: HeldBundle | undefined,
  store: Store | undefined,
): HeldBundle {
  let taken = held;
  const applied = apply(bundle, atLeisure, {
    ...pin,
    current: () => held,
    remembered: () => undefined,
    chunk: () => undefined,
    replace: (next) => {
      store?.trust.replace(next);
      taken = next;
    },
  });
  if (!applied.ok) throw new Error(applied.error.code);
  if (taken === undefined) throw new Error('what was taken is held');
  return taken;
}

/** After anything signed here. */
const laterMs = Date.UTC(2026, 1);
const atLeisure = {
  lowerMs: laterMs,
  atMs: laterMs,
  upperMs: laterMs,
  state: 'trusted',
  monoMs: 0,
  bootId: 'bench',
} as const;

function storeIn(folder: string): Store {
  const opened = openStore(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** Of the database alone, when nothing has it open. */
function sizeOf(folder: string): number {
  return statSync(join(folder, 'postern.db')).size;
}

function timedOnce<T>(work: () => T): {
  readonly result: T;
  readonly ms: number;
} {
  const startedMs = performance.now();
  const result = work();
  return { result, ms: performance.now() - startedMs };
}

/** How long it takes, and what its result keeps in memory. */
function measured(work: () => object): {
  readonly ms: number;
  readonly bytes: number;
} {
  const before = usedBytes();
  const { result, ms } = timedOnce(work);
  const bytes = usedBytes() - before;
  // Alive until here.
  if (Object.keys(result).length < 0) throw new Error('never');
  return { ms, bytes };
}

function usedBytes(): number {
  // What the first round finds is given back in the second.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
// What the flag defines in every new context.
const collectGarbage = runInNewContext('gc') as () => void;
