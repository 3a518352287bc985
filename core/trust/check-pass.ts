import { decodeText, parseClaims, peekIssuer, type Frame } from '#core/pass';
import type { CheckedPass } from './checked-pass.ts';
import { findClaimsFault } from './claims-fault.ts';
import { findDates } from './dates.ts';
import { isDemoName } from './demo-name.ts';
import { findSigner } from './find-signer.ts';
import { readClaims } from './read-claims.ts';
import { findScope } from './scope.ts';
import { findShowing } from './showing.ts';
import type { Signatures } from './signatures.ts';
import { findStatus } from './status.ts';
import type { TrustedTime } from './time.ts';
import type { TrustList } from './trust-list.ts';

/**
 * Who a text is from and what the trust list says of it, in the order of docs/pass-format.md: the
 * first failure ends it, and nothing of the payload is believed before the signature holds. A trust
 * list of the other profile is not believed either. A pass presented live is judged first, then its
 * presentation.
 */
export function checkPass(
  text: string,
  trust: TrustList | undefined,
  signatures: Signatures,
  now: TrustedTime,
  profile: 'demo' | 'site',
): CheckedPass {
  const decoded = decodeText(text);
  if (!decoded.ok) return { kind: 'unreadable', refusal: decoded.error };
  const { frame } = decoded.value;

  if (trust?.profile !== profile) return nameUnknown(frame, profile);
  const signer = findSigner(frame, 'HP1/pass', trust, signatures);
  if (signer.kind === 'unknown-key') return nameUnknown(frame, profile);
  if (signer.kind !== 'found') return signer;

  const { issuer, key } = signer;
  const read = readClaims(frame.payload, issuer, parseClaims);
  if (read.kind !== 'read') return read;
  const pass = read.claims;
  const fault = findClaimsFault(pass, issuer, signatures);
  if (fault !== undefined) return { kind: 'unusable', issuer, refusal: fault };

  const showing = findShowing(decoded.value, pass.holderKey, signatures, now);
  if (!showing.ok) return { kind: 'counterfeit', detail: showing.error };

  const outOfScope = findScope(pass, key);
  const dates = findDates(pass, now);
  const status = findStatus(pass, trust);
  return {
    kind: 'authentic',
    authentic: {
      pass,
      issuer,
      key,
      showing: showing.value,
      outOfScope,
      dates,
      status,
    },
  };
}

/** The issuer is unsigned here: it may name a demo pass at a site, and nothing else. */
function nameUnknown(frame: Frame, profile: 'demo' | 'site'): CheckedPass {
  if (profile === 'demo') return { kind: 'unknown-key' };
  const claimed = peekIssuer(frame.payload);
  const isDemo = claimed !== undefined && isDemoName(claimed);
  return { kind: isDemo ? 'demo-pass' : 'unknown-key' };
}
