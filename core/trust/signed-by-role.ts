import {
  kidOf,
  signedBytes,
  type Frame,
  type SigningContext,
} from '#core/pass';
import { bothAgree } from './ed25519.ts';
import { isSame } from './tuf/follows-held.ts';
import type { RootMetadata, TopRole } from './tuf/metadata.ts';
import type { Pin } from './trust-store.ts';

/**
 * Whether any one key of a role signed a frame, whatever the role's threshold. The frame's kid is that
 * of the root's name and the key; every key of that kid is tried, and both engines are asked.
 */
export function findRoleSignature(
  frame: Frame,
  context: SigningContext,
  root: RootMetadata,
  role: TopRole,
  { signatures, sha256 }: Pick<Pin, 'signatures' | 'sha256'>,
): 'sound' | 'unknown-key' | 'counterfeit' {
  const ids = root.roles[role].keyIds;
  const named = root.keys.filter(
    ({ id, publicKey }) =>
      ids.includes(id) &&
      isSame(kidOf(root.name, publicKey, sha256), frame.kid),
  );
  if (named.length === 0) return 'unknown-key';
  const message = signedBytes(frame, context);
  const isSigned = named.some(
    ({ publicKey }) =>
      bothAgree(message, frame.signature, publicKey, signatures) === 'sound',
  );
  return isSigned ? 'sound' : 'counterfeit';
}
