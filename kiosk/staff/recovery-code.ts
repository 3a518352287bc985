import { decodeCbor } from '#core/cbor';
import { decodeBase32, decodeFrame } from '#core/pass';
import {
  findRoleSignature,
  type Pin,
  type RootMetadata,
  type TrustedTime,
} from '#core/trust';

/** What a recovery code has to be for. */
export interface RecoveryTarget extends Pick<Pin, 'signatures' | 'sha256'> {
  /** The root in force. */
  readonly root: RootMetadata;
  readonly checkpointId: string;
  readonly challenge: string;
}

/** `HR1` and what follows, as anyone may have typed, pasted or scanned it. */
const shape = /^HR1([A-Z2-7]{1,2000})$/i;
const longestSeconds = 24 * 3600;

/**
 * Whether a text is a code that any one key of the root's targets role signed for this kiosk's
 * challenge and that has not run out. With a clock in doubt only what has certainly passed counts against it: the challenge,
 * good for one use, is what keeps an old code out.
 */
export function isRecoveryCode(
  text: string,
  target: RecoveryTarget,
  now: TrustedTime,
): boolean {
  const payload = signedPayload(text.replaceAll(/\s/g, ''), target);
  const claims = payload && decodeCbor(payload);
  if (claims?.ok !== true || !(claims.value instanceof Map)) return false;
  const map: ReadonlyMap<unknown, unknown> = claims.value;
  const expiresAt = map.get(4);
  const issuedAt = map.get(6);
  const about = map.get(-65541);
  return (
    map.get(1) === target.root.name &&
    typeof expiresAt === 'number' &&
    typeof issuedAt === 'number' &&
    issuedAt <= expiresAt &&
    expiresAt - issuedAt <= longestSeconds &&
    now.lowerMs < expiresAt * 1000 &&
    about instanceof Map &&
    about.get(1) === target.checkpointId &&
    isSaidAlike(about.get(2), target.challenge)
  );
}

/** As Crockford has it: case, hyphens and letters that look like digits do not tell two apart. */
function isSaidAlike(said: unknown, challenge: string): boolean {
  return typeof said === 'string' && plain(said) === plain(challenge);
}

function plain(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Nothing of the payload is looked at before both engines hold the signature for sound. */
function signedPayload(
  text: string,
  target: RecoveryTarget,
): Uint8Array | undefined {
  const bytes = decodeBase32(shape.exec(text)?.[1] ?? '');
  const frame = bytes.ok ? decodeFrame(bytes.value) : bytes;
  if (!frame.ok) return undefined;
  const signer = findRoleSignature(
    frame.value,
    'HP1/recover',
    target.root,
    'targets',
    target,
  );
  return signer === 'sound' ? frame.value.payload : undefined;
}
