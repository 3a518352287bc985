import { decodeCbor } from '#core/cbor';
import {
  decodeText,
  parseClaims,
  peekIssuer,
  type ClaimsRefusal,
  type Frame,
} from '#core/pass';
import type { CheckedPass } from './checked-pass.ts';
import { findClaimsFault } from './claims-fault.ts';
import { findDates } from './dates.ts';
import { isDemoName } from './demo-name.ts';
import { findSigner } from './find-signer.ts';
import { findScope } from './scope.ts';
import { isMap } from './shape.ts';
import type { Signatures } from './signatures.ts';
import { findStatus } from './status.ts';
import type { TrustedTime } from './time.ts';
import type { Issuer, TrustList } from './trust-list.ts';

/**
 * Who a text is from and what the trust list says of it, in the order of docs/pass-format.md: the
 * first failure ends it, and nothing of the payload is believed before the signature holds. A trust
 * list of the other profile is not believed either.
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
  const frame = decoded.value;

  if (trust?.profile !== profile) return nameUnknown(frame, profile);
  const signer = findSigner(frame, trust, signatures);
  if (signer.kind === 'unknown-key') return nameUnknown(frame, profile);
  if (signer.kind === 'counterfeit') return signer;

  const { issuer, key } = signer;
  const claims = parseClaims(frame.payload);
  if (!claims.ok) return refuseClaims(frame, issuer, claims.error);
  const pass = claims.value;
  if (pass.issuer !== issuer.id) return issuerMismatch;
  const fault = findClaimsFault(pass, issuer, signatures);
  if (fault !== undefined) return { kind: 'unusable', issuer, refusal: fault };

  const outOfScope = findScope(pass, key);
  const dates = findDates(pass, now);
  const status = findStatus(pass, trust);
  return {
    kind: 'authentic',
    authentic: {
      pass,
      issuer,
      key,
      showing: { kind: 'still' },
      outOfScope,
      dates,
      status,
    },
  };
}

const issuerMismatch: CheckedPass = {
  kind: 'counterfeit',
  detail: 'issuer-mismatch',
};

/** The issuer is unsigned here: it may name a demo pass at a site, and nothing else. */
function nameUnknown(frame: Frame, profile: 'demo' | 'site'): CheckedPass {
  if (profile === 'demo') return { kind: 'unknown-key' };
  const claimed = peekIssuer(frame.payload);
  const isDemo = claimed !== undefined && isDemoName(claimed);
  return { kind: isDemo ? 'demo-pass' : 'unknown-key' };
}

/** A payload that is a map names its issuer first: absent or another's outranks every other fault. */
function refuseClaims(
  frame: Frame,
  issuer: Issuer,
  refusal: ClaimsRefusal,
): CheckedPass {
  const payload = decodeCbor(frame.payload);
  const namesIssuer = payload.ok && isMap(payload.value);
  if (namesIssuer && peekIssuer(frame.payload) !== issuer.id)
    return issuerMismatch;
  return { kind: 'unusable', issuer, refusal };
}
