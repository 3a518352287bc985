import type { HeldBundle, Issuer, StatusList } from '#core/trust';
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
      ...killsBetween(0, 0, next),
    ];
  }
  const { kids, ranges } = before.kills;
  return [
    ...stepBetween('root', before.root, next.root),
    ...stepBetween('policy', before.content.policy, next.content.policy),
    ...issuersBetween(before, next),
    ...issuersBetween(next, before).map(asRemoved),
    ...next.content.issuers.flatMap((issuer) =>
      isIn(before, issuer) ? changesOf(issuer, before, next) : [],
    ),
    ...killsBetween(kids.length, ranges.length, next),
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
  const entries = entriesBetween(listsOf(id, before), listsOf(id, next));
  return [
    ...(added + removed > 0
      ? [{ what: 'keys', nameZh, nameEn, added, removed } as const]
      : []),
    ...(entries > 0
      ? [{ what: 'status', nameZh, nameEn, entries } as const]
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

/** An index that only one of them covers counts where that one does not say normal. */
function entriesBetween(before: Lists, next: Lists): number {
  const numbers = new Set([...before.keys(), ...next.keys()]);
  return [...numbers]
    .map((number) => differences(before.get(number), next.get(number)))
    .reduce((sum, count) => sum + count, 0);
}

function differences(
  a: StatusList | undefined,
  b: StatusList | undefined,
): number {
  const chunks = Math.max(a?.chunks.length ?? 0, b?.chunks.length ?? 0);
  let count = 0;
  for (let at = 0; at < chunks; at += 1) {
    count += differencesIn(a?.chunks[at] ?? none, b?.chunks[at] ?? none);
  }
  return count;
}

const none = new Uint8Array();

/** Four entries of two bits a byte; millions are walked, so no function is called for each. */
function differencesIn(a: Uint8Array, b: Uint8Array): number {
  if (a === b) return 0;
  const length = Math.max(a.length, b.length);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const bits = (a[at] ?? 0) ^ (b[at] ?? 0);
    if (bits === 0) continue;
    const pairs = (bits | (bits >> 1)) & 0b0101_0101;
    count +=
      (pairs & 1) + ((pairs >> 2) & 1) + ((pairs >> 4) & 1) + (pairs >> 6);
  }
  return count;
}

/** What is dead only ever grows. */
function killsBetween(
  kids: number,
  ranges: number,
  { kills }: Comparable,
): readonly TrustChange[] {
  const more = {
    kids: kills.kids.length - kids,
    ranges: kills.ranges.length - ranges,
  };
  return more.kids + more.ranges > 0 ? [{ what: 'killed', ...more }] : [];
}
