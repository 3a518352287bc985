import { readPinnedRoot, type RootMetadata, type TopRole } from '#core/trust';
import {
  firstRoot,
  makeRoot,
  type RootKeys,
  type SigningKey,
} from '#fixtures/issuer';

import { sha256, signatures } from '#kiosk/crypto';
import { metadata } from '#kiosk/tuf';

const name = 'TEST-ROOT';

type Keys = Readonly<Record<TopRole, readonly [SigningKey, ...SigningKey[]]>>;

/** A second key of the targets role. */
export const otherTargetsKey = makeRoot(name);

/** A key of each role's own, and two of targets, both of which it takes to hand anything out. */
export const keys: Keys = {
  root: [makeRoot(name)],
  timestamp: [makeRoot(name)],
  snapshot: [makeRoot(name)],
  targets: [makeRoot(name), otherTargetsKey],
};

/** The root of those keys, or with others in some of its roles. */
export function rootOf(changes: Partial<Keys> = {}): RootMetadata {
  const { root, timestamp, snapshot, targets } = { ...keys, ...changes };
  const roles: RootKeys = {
    root: { keys: root, threshold: 1 },
    timestamp: { keys: timestamp, threshold: 1 },
    snapshot: { keys: snapshot, threshold: 1 },
    targets: { keys: targets, threshold: targets.length },
  };
  const rootFile = firstRoot({
    name,
    profile: 'site',
    roots: [roles],
    expiresAtMs: Date.UTC(2099, 0),
  });
  const read = readPinnedRoot({
    rootFile,
    profile: 'site',
    metadata,
    signatures,
    sha256,
  });
  if (!read.ok) throw new Error(`no root: ${read.error.code}`);
  return read.value;
}
