import type { FreshnessTarget, RootMetadata } from '#core/trust';
import { vectorBundles } from '#fixtures/vectors';

/** What a token vector is read against, and as of when it is known to be the latest. */
export function vectorBundle(
  name: string,
): Pick<FreshnessTarget, 'held' | 'asOfMs'> {
  const bundle = vectorBundles[name];
  if (bundle === undefined) throw new Error(`no held bundle ${name}`);
  if (bundle === null) return { held: undefined, asOfMs: undefined };
  const { timestampVersion: version, signedAtMs, asOfMs } = bundle;
  const snapshot = { version: 1 };
  return {
    held: {
      root: rootOf(bundle),
      roles: {
        timestamp: {
          ...unsigned,
          type: 'timestamp',
          version,
          signedAtMs,
          snapshot,
        },
      },
      files: new Map([['snapshot.json', Buffer.from(bundle.snapshot, 'utf8')]]),
      kills: { kids: bundle.killed, ranges: [] },
    },
    asOfMs,
  };
}

type Bundle = NonNullable<(typeof vectorBundles)[string]>;

const unsigned = {
  expiresAtMs: 0,
  signedBytes: new Uint8Array(),
  signatures: [],
  version: 1,
};

function rootOf({
  root: name,
  timestampKeys,
  otherKeys,
  threshold,
}: Bundle): RootMetadata {
  const keyOf = (digits: string): RootMetadata['keys'][number] => ({
    id: digits,
    publicKey: Uint8Array.from(Buffer.from(digits, 'hex')),
    canonicalBytes: new Uint8Array(),
  });
  const others = { keyIds: otherKeys, threshold: 1 };
  return {
    ...unsigned,
    type: 'root',
    profile: 'site',
    name,
    keys: [...otherKeys, ...timestampKeys].map(keyOf),
    roles: {
      root: others,
      timestamp: { keyIds: timestampKeys, threshold },
      snapshot: others,
      targets: others,
    },
  };
}
