import type { CounterfeitDetail } from './checked-pass.ts';
import {
  isCanonicalPoint,
  isCanonicalScalar,
  isSmallOrderPoint,
} from './encodings.ts';
import type { SignatureEngine, Signatures } from './signatures.ts';

/** Both engines hold the signature for sound; the second is asked only when the first agrees. */
export function bothAgree(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  signatures: Signatures,
): CounterfeitDetail | 'sound' {
  const finding = isSound(message, signature, publicKey, signatures.first);
  if (finding !== 'sound') return finding;
  const isSecondSure = signatures.second.verify(message, signature, publicKey);
  return isSecondSure ? 'sound' : 'engines-disagree';
}

/** The byte rules, then one engine. */
export function isSound(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  engine: SignatureEngine,
): CounterfeitDetail | 'sound' {
  if (signature.length !== 64 || publicKey.length !== 32) {
    return 'non-canonical';
  }
  const r = signature.subarray(0, 32);
  const s = signature.subarray(32);
  if (
    !isCanonicalScalar(s) ||
    !isCanonicalPoint(r) ||
    !isCanonicalPoint(publicKey)
  ) {
    return 'non-canonical';
  }
  if (isSmallOrderPoint(r) || isSmallOrderPoint(publicKey)) {
    return 'small-order';
  }
  const isValid = engine.verify(message, signature, publicKey);
  return isValid ? 'sound' : 'bad-signature';
}
