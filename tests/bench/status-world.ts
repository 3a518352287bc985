import {
  bundleOf,
  changesSince,
  makeIssuerKey,
  makeRoot,
  policies,
  publish,
  repositoryOf,
  rootFileOf,
  statusList,
} from '#fixtures/issuer';
import type { BundleFiles, Pin, StatusBits } from '#core/trust';
import { sha256, signatures } from '#kiosk/crypto';
import { metadata } from '#kiosk/tuf';
import { siteIssuer } from '../site/make-site.ts';

/** One issuer with one list of so many entries, and the bundles a site is sent of it. */
export interface StatusWorld {
  readonly pin: Pin;
  /** Who is not normal, in rising order. */
  readonly exceptions: ReadonlyMap<number, StatusBits>;
  readonly whole: Uint8Array;
  /** The next bundle where this share of the entries is revoked as well: whole, and as what changed. */
  next(share: number): {
    readonly whole: Uint8Array;
    readonly delta: Uint8Array;
  };
}

export const benchList = 1;

/** One in a hundred revoked, one in a thousand on hold, as many changed, wherever they fall. */
export function makeStatusWorld(entries: number): StatusWorld {
  const random = createRandom(20_260_115);
  const some = (share: number): readonly number[] =>
    Array.from({ length: Math.ceil(entries * share) }, () => random(entries));
  const exceptions = sorted([
    ...some(0.001).map((index) => [index, 'changed'] as const),
    ...some(0.001).map((index) => [index, 'hold'] as const),
    ...some(0.01).map((index) => [index, 'revoked'] as const),
  ]);
  const root = makeRoot('BENCH-ROOT');
  const key = makeIssuerKey(siteIssuer, {
    kinds: ['pass'],
    forms: ['live'],
    from: 0,
    until: 4_000_000_000,
    areas: [],
  });
  const publishAt = (
    version: number,
    told: StatusWorld['exceptions'],
  ): BundleFiles => {
    const asOfMs = startMs + version * 60_000;
    const draft = {
      version,
      profile: 'site',
      issuers: [
        { id: siteIssuer, nameZh: '签发方', nameEn: 'Issuer', colours: {} },
      ],
      keys: [key],
      policy: policies['green-passes'],
      statusLists: [
        statusList({
          issuer: siteIssuer,
          list: benchList,
          asOfMs,
          size: entries,
          exceptions: told,
        }),
      ],
    } as const;
    return publish(repositoryOf(root, draft, asOfMs));
  };
  const first = publishAt(1, exceptions);
  return {
    pin: {
      rootFile: rootFileOf(root, 'site'),
      profile: 'site',
      metadata,
      signatures,
      sha256,
    },
    exceptions,
    whole: bundleOf(first),
    next: (share) => {
      const more = some(share).map((index) => [index, 'revoked'] as const);
      const files = publishAt(2, sorted([...exceptions, ...more]));
      return {
        whole: bundleOf(files),
        delta: bundleOf(changesSince(files, first)),
      };
    },
  };
}

const startMs = Date.UTC(2026, 0, 15);

function sorted(
  told: readonly (readonly [number, StatusBits])[],
): ReadonlyMap<number, StatusBits> {
  return new Map([...new Map(told)].toSorted(([a], [b]) => a - b));
}

/** The same numbers in every run: a linear congruential generator, good enough to scatter with. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
