import { rungOf, type Rules } from '#core/policy';
import {
  countStatuses,
  type HeldBundle,
  type IssuerKey,
  type Issuer,
  type RootMetadata,
  type StatusList,
  type TrustedTime,
} from '#core/trust';
import type {
  HeldView,
  IssuerView,
  KeyView,
  ListView,
  TrustView,
} from '#kiosk/contract';
import { rootViewOf } from './root-view.ts';

/** What is believed, and by which rules it is as old as it is. */
export interface Believed {
  readonly held: Pick<HeldBundle, 'content' | 'kills'>;
  readonly rules: Rules;
  /** Where a freshness token says since when it is known to be the latest. */
  readonly confirmedAtMs: number | undefined;
}

/** Everything a kiosk believes, for people; `rootFile` is the one it was given at first. */
export function trustViewOf(
  root: RootMetadata,
  rootFile: Uint8Array,
  believed: Believed | undefined,
  now: TrustedTime,
): TrustView {
  return {
    root: rootViewOf(root, rootFile),
    ...(believed !== undefined && { held: heldView(believed, now) }),
  };
}

function heldView(
  { held, rules, confirmedAtMs }: Believed,
  now: TrustedTime,
): HeldView {
  const { content, kills } = held;
  const { policy, version, signedAtMs } = content;
  const { normalMs, bannerMs, holdMs } = policy.freshness;
  return {
    version,
    signedAtMs,
    ...(confirmedAtMs !== undefined && { confirmedAtMs }),
    rung: rungOf(rules, now),
    ladder: { normalMs, bannerMs, holdMs },
    policy: {
      version: policy.version,
      asOfMs: policy.asOfMs,
      region: policy.region,
    },
    issuers: content.issuers.map((issuer) => issuerView(issuer, held, now)),
    killed: { keys: kills.kids.length, ranges: kills.ranges.length },
  };
}

function issuerView(
  { id, nameZh, nameEn }: Issuer,
  { content, kills }: Believed['held'],
  now: TrustedTime,
): IssuerView {
  const killed = new Set(kills.kids);
  return {
    id,
    nameZh,
    nameEn,
    keys: content.keys
      .filter(({ issuer }) => issuer === id)
      .map((key) => keyView(key, killed, now)),
    lists: content.statusLists
      .filter(({ issuer }) => issuer === id)
      .map(listView),
  };
}

/** Of a file that an issuer has signed: a key that is dead is still listed there, and shown as such. */
function keyView(
  { kid, kinds, forms, from, until }: IssuerKey,
  killed: ReadonlySet<string>,
  now: TrustedTime,
): KeyView {
  const window = { fromMs: from * 1000, untilMs: until * 1000 };
  const state = killed.has(kid) ? 'killed' : stateIn(window, now);
  return { kid, kinds, forms, ...window, state };
}

function stateIn(
  { fromMs, untilMs }: Pick<KeyView, 'fromMs' | 'untilMs'>,
  { atMs }: TrustedTime,
): KeyView['state'] {
  if (atMs < fromMs) return 'upcoming';
  return atMs < untilMs ? 'in-force' : 'ended';
}

/** Counted once for as long as the list is held: each look at it walks the whole of it. */
const counted = new WeakMap<StatusList, ListView>();

function listView(list: StatusList): ListView {
  const known = counted.get(list);
  if (known !== undefined) return known;
  const { hold, revoked, changed } = countStatuses(list);
  const { list: number, asOfMs, entries } = list;
  const view = { list: number, asOfMs, entries, hold, revoked, changed };
  counted.set(list, view);
  return view;
}
