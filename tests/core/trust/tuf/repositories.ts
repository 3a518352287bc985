import {
  bundleOf,
  firstRoot,
  publish,
  statusList,
  type JsonObject,
  type Repository,
  type RepositoryIssuer,
  type RoleKeys,
  type Tampering,
} from '#fixtures/issuer';
import {
  apply,
  readStored,
  type HeldBundle,
  type IssuerKey,
  type StatusList,
  type TrustedTime,
  type BundleRefusal,
  type Remembered,
  type TrustStore,
} from '#core/trust';
import type { Result } from '#core/result';
import { sha256 } from '#kiosk/crypto';
import { metadata } from '#kiosk/tuf';
import {
  dayMs,
  hourMs,
  nowMs,
  nowSeconds,
  quick,
  siteContent,
  testKey,
  trustedNow,
} from '../signing.ts';

/** Some of the keys of one role, the same in every run. */
export function roleKeys(
  role: string,
  count: number,
  threshold: number = count,
): RoleKeys {
  const keys = Array.from({ length: count }, (_, index) =>
    testKey(role, `${index}`),
  );
  return { keys, threshold };
}

/** A site's repository of two issuers, with nothing wrong. */
export function siteRepository(changes: Partial<Repository> = {}): Repository {
  return {
    name: 'ROOT-1',
    profile: 'site',
    roots: [
      {
        root: roleKeys('root', 3, 2),
        timestamp: roleKeys('timestamp', 1),
        snapshot: roleKeys('snapshot', 1),
        targets: roleKeys('targets', 2, 2),
      },
    ],
    versions: {},
    signedAtMs: nowMs - hourMs,
    expiresAtMs: nowMs + dayMs,
    issuers: [repositoryIssuer('51'), repositoryIssuer('37')],
    policy: siteContent().policy,
    policyKeys: roleKeys('policy', 2, 2),
    ...changes,
  };
}

export function repositoryIssuer(
  id: string,
  changes: Partial<RepositoryIssuer> = {},
): RepositoryIssuer {
  return {
    issuer: { id, nameZh: '省', nameEn: 'Province', colours: { G: 'green' } },
    keys: [{ ...testKey(id), scope }],
    statusLists: [sampleList({ issuer: id })],
    keysBy: roleKeys(`issuer.${id}`, 2, 2),
    statusBy: roleKeys(`status.${id}`, 1),
    ...changes,
  };
}

type ListDraft = Parameters<typeof statusList>[0];

/** Indices 0 to 3: normal, hold, revoked, changed. */
export function sampleList(changes: Partial<ListDraft> = {}): StatusList {
  return statusList({
    issuer: '51',
    list: 1,
    asOfMs: nowMs - hourMs,
    size: 4,
    hold: [1],
    revoked: [2],
    changed: [3],
    ...changes,
  });
}

const scope: Pick<IssuerKey, 'kinds' | 'forms' | 'from' | 'until' | 'areas'> = {
  kinds: ['pass'],
  forms: ['live', 'paper', 'static'],
  from: nowSeconds - 86_400,
  until: nowSeconds + 86_400,
  areas: [],
};

export function bundle(
  repository: Repository = siteRepository(),
  tampering: Tampering = {},
): Uint8Array {
  return bundleOf(publish(repository, tampering));
}

export interface RecordingStore extends TrustStore {
  readonly replaced: HeldBundle[];
  /** What is in force; throws where nothing is. */
  held(): HeldBundle;
}

/** Pinned to the first root of a repository, in memory. */
export function createStore(
  repository: Repository = siteRepository(),
  changes: Partial<TrustStore> = {},
): RecordingStore {
  const replaced: HeldBundle[] = [];
  return {
    rootFile: firstRoot(repository),
    profile: repository.profile,
    metadata,
    signatures: quick,
    sha256,
    replaced,
    current: () => replaced.at(-1),
    remembered: () => undefined,
    chunk: (sha256) => replaced.at(-1)?.chunks.get(sha256),
    held: () => {
      const last = replaced.at(-1);
      if (last === undefined) throw new Error('nothing is held');
      return last;
    },
    replace: (next) => {
      replaced.push(next);
    },
    ...changes,
  };
}

/** A store that took this repository's bundle. */
export function holding(repository: Repository): RecordingStore {
  const store = createStore(repository);
  const result = apply(bundle(repository), trustedNow, store);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return store;
}

/** What a kiosk remembers outside its store of this repository's set, as if of these versions. */
export function rememberedOf(
  repository: Repository,
  differing: Partial<Remembered> = {},
): Remembered {
  const files = publish(repository);
  const document = (name: string): Uint8Array =>
    files.get(name) ?? new Uint8Array();
  return {
    kills: { kids: [], ranges: [] },
    rootVersion: 1,
    version: 1,
    timestamp: document('timestamp.json'),
    snapshot: document('snapshot.json'),
    ...differing,
  };
}

/** What a kiosk with this store reads of it after a restart. */
export function restarted(
  store: RecordingStore,
  remembered?: Remembered,
): Result<HeldBundle, BundleRefusal> {
  const { bundle: stored } = store.held();
  const chunk = (sha256: string): Uint8Array | undefined => store.chunk(sha256);
  return readStored(stored, store, { chunk, remembered });
}

/** The refusal, or what was applied; nothing is replaced on a refusal. */
export function outcome(
  store: RecordingStore,
  file: Uint8Array,
  now: TrustedTime = trustedNow,
): BundleRefusal | 'replaced' | 'unchanged' {
  const before = store.replaced.length;
  const result = apply(file, now, store);
  const grown = result.ok && result.value.kind === 'replaced' ? 1 : 0;
  if (store.replaced.length !== before + grown) {
    throw new Error('written without being applied, or the reverse');
  }
  return result.ok ? result.value.kind : result.error;
}

/** A change to whom the targets role hands what. */
export function delegating(
  change: (roles: readonly JsonObject[]) => readonly JsonObject[],
): (signed: JsonObject) => JsonObject {
  return (signed) => {
    // The builder's own documents: they have the shape it gave them.
    const { keys, roles } = signed['delegations'] as {
      readonly keys: JsonObject;
      readonly roles: readonly JsonObject[];
    };
    return { ...signed, delegations: { keys, roles: change(roles) } };
  };
}

/** A record within one of the builder's own documents, which have the shape it gave them. */
export function inside(signed: JsonObject, name: string): JsonObject {
  return signed[name] as JsonObject;
}
