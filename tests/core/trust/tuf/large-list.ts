import {
  bundleOf,
  publish,
  raise,
  statusList,
  type Repository,
} from '#fixtures/issuer';
import {
  apply,
  type BundleFiles,
  type Chunks,
  type StatusList,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { hourMs, nowMs, toHex, trustedNow } from '../signing.ts';
import {
  createStore,
  repositoryIssuer,
  siteRepository,
  type RecordingStore,
} from './repositories.ts';

export const million = 2 ** 20;

/** Of two chunks and a bit, with someone at each border. */
export const large = statusList({
  issuer: '51',
  list: 7,
  asOfMs: nowMs - 2 * hourMs,
  size: 2 * million + 3,
  hold: [million - 2, 2 * million],
  revoked: [0, million - 1, million, 2 * million - 1],
  changed: [1, 2 * million + 2],
});

export function publishing(...lists: readonly StatusList[]): Repository {
  return siteRepository({
    issuers: [
      repositoryIssuer('51', { statusLists: lists }),
      repositoryIssuer('37', { statusLists: [] }),
    ],
  });
}

export const repository = publishing(large);
export const files = publish(repository);

/** The next bundle, some of whose statuses are others. */
export function later(...lists: readonly StatusList[]): Repository {
  const { issuers } = publishing(...lists);
  return raise(
    { ...repository, signedAtMs: nowMs, issuers },
    'timestamp',
    'snapshot',
    'status.51',
  );
}

/** The same list with statuses changed to hold. */
export function holding(
  list: StatusList,
  ...indices: readonly number[]
): StatusList {
  const chunks = list.chunks.map((chunk) => chunk.slice());
  for (const index of indices) {
    const chunk = chunks[Math.floor(index / million)] ?? new Uint8Array();
    const at = (index % million) >> 2;
    chunk[at] = (chunk[at] ?? 0) | (1 << ((index % 4) * 2));
  }
  return { ...list, asOfMs: list.asOfMs + hourMs, chunks };
}

/** A store that keeps what it is given, as a host does. */
export function keepingStore(): RecordingStore & {
  keep(chunks: Chunks): void;
} {
  let kept: Chunks = new Map();
  const store: RecordingStore = createStore(repository, {
    chunk: (hash) => store.current()?.chunks.get(hash) ?? kept.get(hash),
  });
  return Object.assign(store, {
    keep: (chunks: Chunks): void => {
      kept = chunks;
    },
  });
}

export function taken(): ReturnType<typeof keepingStore> {
  const store = keepingStore();
  const applied = apply(bundleOf(files), trustedNow, store);
  if (!applied.ok) throw new Error(applied.error.code);
  return store;
}

export function without(
  all: BundleFiles,
  isLeftOut: (name: string) => boolean,
): BundleFiles {
  return new Map([...all].filter(([name]) => !isLeftOut(name)));
}

export const isChunk = (name: string): boolean => name.startsWith('chunks/');

export function hashOf(chunk: Uint8Array): string {
  return toHex(sha256(chunk));
}

export function isDelta(name: string): boolean {
  return name.startsWith('deltas/');
}
