import type { BundleContent } from '#core/trust';
import type { BundleKeeper } from '#db';
import { noonMs } from '../core/log/example-records.ts';

type Held = Parameters<BundleKeeper['replace']>[0];

const content: BundleContent = {
  version: 5,
  signedAtMs: noonMs - 3_600_000,
  profile: 'site',
  root: 'REGION-2026',
  issuers: [],
  keys: [],
  statusLists: [],
  policy: {
    version: 1,
    asOfMs: noonMs - 3_600_000,
    region: 'XJ',
    colours: { green: 'admit', yellow: 'hold', red: 'deny' },
    presentation: 'any',
    seenAgainWithinMs: 0,
    freshness: { normalMs: 1, bannerMs: 2, holdMs: 3 },
    testBadge: { hours: 72, countsFrom: 'sampled' },
    hotline: '12345',
  },
};

/** As much of a bundle as a store looks at; the file is nobody's. */
export function heldBundle({
  rootVersion = 1,
  chunks = new Map(),
  ...changes
}: Partial<BundleContent> & {
  readonly rootVersion?: number;
  readonly chunks?: Held['chunks'];
} = {}): Held {
  const changed = { ...content, ...changes };
  return {
    bundle: Uint8Array.of(changed.version, rootVersion),
    content: changed,
    root: { version: rootVersion },
    chunks,
  };
}
