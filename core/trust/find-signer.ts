import { bytesToHex } from '@noble/hashes/utils.js';
import { signedBytes, type Frame, type SigningContext } from '#core/pass';
import type { CounterfeitDetail } from './checked-pass.ts';
import { bothAgree } from './ed25519.ts';
import type { Signatures } from './signatures.ts';
import type { Issuer, IssuerKey, TrustList } from './trust-list.ts';

export type Signer =
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'killed-key' }
  | { readonly kind: 'counterfeit'; readonly detail: CounterfeitDetail }
  | {
      readonly kind: 'found';
      readonly issuer: Issuer;
      readonly key: IssuerKey;
    };

/** Whose key signed the frame: every key of its kid is tried, and the first that holds is the one. */
export function findSigner(
  frame: Frame,
  context: SigningContext,
  trust: TrustList,
  signatures: Signatures,
): Signer {
  if (trust.isKilled(bytesToHex(frame.kid))) return { kind: 'killed-key' };
  const message = signedBytes(frame, context);
  const { signature } = frame;
  let detail: CounterfeitDetail | undefined;
  for (const key of trust.keys(bytesToHex(frame.kid))) {
    const issuer = trust.issuer(key.issuer);
    if (issuer === undefined) continue;
    const finding = bothAgree(message, signature, key.publicKey, signatures);
    if (finding === 'sound') return { kind: 'found', issuer, key };
    // With several keys, what is odder than a wrong signature is the one to tell.
    if (detail === undefined || detail === 'bad-signature') detail = finding;
  }
  return detail === undefined
    ? { kind: 'unknown-key' }
    : { kind: 'counterfeit', detail };
}
