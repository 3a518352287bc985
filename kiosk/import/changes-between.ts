import {
  noKills,
  type HeldBundle,
  type Issuer,
  type KilledRange,
  type StatusList,
} from '#core/trust';
import type { TrustChange } from '#kiosk/contract';

/** What of a bundle can be otherwise than before, in the eyes of people. */
export type Comparable = Pick<HeldBundle, 'root' | 'content' | 'kills'>;

/** What the second bundle says otherwise than the first; of the very first one, who is on it. */
export function changesBetween(
  before: Comparable | undefined,
  next: Comparable,
): readonly TrustChange[] {
  if (before === undefined) {
    return [
      ...next.content.issuers.map((issuer) => told('issuer-added', issuer)),
      ...killsBetween(next, next, noKills),
    ];
  }
  return [
    ...stepBetween('root', before.root, next.root),
    ...stepBetween('policy', before.content.policy, next.content.policy),
    ...issuersBetween(before, next),
    ...issuersBetween(next, before).map(asRemoved),
    ...next.content.issuers.flatMap((issuer) =>
      isIn(before, issuer) ? changesOf(issuer, before, next) : [],
    ),
    ...killsBetween(before, next, before.kills),
  ];
}

type IssuerChange = Extract<
  TrustChange,
  { what: 'issuer-added' | 'issuer-removed' }
>;

function told(
  what: IssuerChange['what'],
  { nameZh, nameEn }: Issuer,
): IssuerChange {
  return { what, nameZh, nameEn };
}

function asRemoved(change: IssuerChange): IssuerChange {
  return { ...change, what: 'issuer-removed' };
}

function stepBetween(
  what: 'root' | 'policy',
  { version: from }: { readonly version: number },
  { version: to }: { readonly version: number },
): readonly TrustChange[] {
  return from === to ? [] : [{ what, from, to }];
}

/** Those of the second that the first does not have. */
function issuersBetween(
  before: Comparable,
  next: Comparable,
): readonly IssuerChange[] {
  return next.content.issuers
    .filter((issuer) => !isIn(before, issuer))
    .map((issuer) => told('issuer-added', issuer));
}

function isIn({ content }: Comparable, { id }: Issuer): boolean {
  return content.issuers.some((issuer) => issuer.id === id);
}

function changesOf(
  { id, nameZh, nameEn }: Issuer,
  before: Comparable,
  next: Comparable,
): readonly TrustChange[] {
  const had = kidsOf(id, before);
  const has = kidsOf(id, next);
  const added = countBeyond(has, had);
  const removed = countBeyond(had, has);
  const { revoked, others } = entriesBetween(
    listsOf(id, before),
    listsOf(id, next),
  );
  return [
    ...(added + removed > 0
      ? [{ what: 'keys', nameZh, nameEn, added, removed } as const]
      : []),
    ...(revoked > 0
      ? [{ what: 'revoked', nameZh, nameEn, entries: revoked } as const]
      : []),
    ...(others > 0
      ? [{ what: 'status', nameZh, nameEn, entries: others } as const]
      : []),
  ];
}

function kidsOf(id: string, { content }: Comparable): ReadonlySet<string> {
  const keys = content.keys.filter(({ issuer }) => issuer === id);
  return new Set(keys.map(({ kid }) => kid));
}

/** How many of the first are not in the second. */
function countBeyond(
  kids: ReadonlySet<string>,
  others: ReadonlySet<string>,
): number {
  return [...kids].filter((kid) => !others.has(kid)).length;
}

type Lists = ReadonlyMap<number, StatusList>;

function listsOf(id: string, { content }: Comparable): Lists {
  const lists = content.statusLists.filter(({ issuer }) => issuer === id);
  return new Map(lists.map((list) => [list.list, list]));
}

interface Differences {
  /** Revoked now and not before. */
  readonly revoked: number;
  readonly others: number;
}

/** An index that only one of them covers counts where that one does not say normal. */
function entriesBetween(before: Lists, next: Lists): Differences {
  const numbers = new Set([...before.keys(), ...next.keys()]);
  return sumOf(
    [...numbers].map((number) =>
      differences(before.get(number), next.get(number)),
    ),
  );
}

function differences(
  before: StatusList | undefined,
  next: StatusList | undefined,
): Differences {
  const chunks = Math.max(before?.chunks.length ?? 0, next?.chunks.length ?? 0);
  return sumOf(
    Array.from({ length: chunks }, (_, at) =>
      differencesIn(before?.chunks[at] ?? none, next?.chunks[at] ?? none),
    ),
  );
}

function sumOf(all: readonly Differences[]): Differences {
  return {
    revoked: all.reduce((sum, { revoked }) => sum + revoked, 0),
    others: all.reduce((sum, { others }) => sum + others, 0),
  };
}

const none = new Uint8Array();

/** Four entries of two bits a byte, 2 for revoked; millions are walked, so no function is called for each. */
function differencesIn(before: Uint8Array, next: Uint8Array): Differences {
  let revoked = 0;
  let others = 0;
  if (before === next) return { revoked, others };
  const length = Math.max(before.length, next.length);
  for (let at = 0; at < length; at += 1) {
    const now = next[at] ?? 0;
    const bits = (before[at] ?? 0) ^ now;
    if (bits === 0) continue;
    const pairs = (bits | (bits >> 1)) & 0b0101_0101;
    const dead = pairs & (now >> 1) & ~now;
    const rest = pairs & ~dead;
    revoked += (dead & 1) + ((dead >> 2) & 1) + ((dead >> 4) & 1) + (dead >> 6);
    others += (rest & 1) + ((rest >> 2) & 1) + ((rest >> 4) & 1) + (rest >> 6);
  }
  return { revoked, others };
}

type KillChange = Extract<
  TrustChange,
  { what: 'killed-keys' | 'killed-ranges' }
>;

/** By whose they are; what is dead only ever grows, and the issuer may have taken it off its list by now. */
function killsBetween(
  before: Comparable,
  next: Comparable,
  known: Comparable['kills'],
): readonly KillChange[] {
  const kids = new Set(known.kids);
  const owners = new Map(
    [...before.content.keys, ...next.content.keys].map(({ kid, issuer }) => [
      kid,
      issuer,
    ]),
  );
  const keys = next.kills.kids.filter((kid) => !kids.has(kid));
  const spans = new Set(known.ranges.map(spanOf));
  const ranges = next.kills.ranges.filter((range) => !spans.has(spanOf(range)));
  const names = namesIn(before, next);
  return [
    ...killed(
      'killed-keys',
      keys.map((kid) => owners.get(kid)),
      names,
    ),
    ...killed(
      'killed-ranges',
      ranges.map(({ issuer }) => issuer),
      names,
    ),
  ];
}

function spanOf({ issuer, list, from, until }: KilledRange): string {
  return [issuer, list, from, until].join('/');
}

type Names = ReadonlyMap<string, NonNullable<KillChange['issuer']>>;

function namesIn(before: Comparable, next: Comparable): Names {
  return new Map(
    [...before.content.issuers, ...next.content.issuers].map(
      ({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }],
    ),
  );
}

function killed(
  what: KillChange['what'],
  ids: readonly (string | undefined)[],
  names: Names,
): readonly KillChange[] {
  const counts = new Map<KillChange['issuer'], number>();
  for (const id of ids) {
    const issuer = id === undefined ? undefined : names.get(id);
    counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  }
  return [...counts].map(([issuer, count]) => ({
    what,
    ...(issuer !== undefined && { issuer }),
    count,
  }));
}
