import { bytesToHex } from '@noble/hashes/utils.js';
import {
  decodeFreshnessToken,
  parseFreshnessClaims,
  type FrameRefusal,
  type FreshnessClaims,
} from '#core/pass';
import { err, ok, type Result } from '#core/result';
import { latestSignedMs } from './clock-widths.ts';
import { isIssuedAhead } from './dates.ts';
import { readClaims } from './read-claims.ts';
import { findRoleSignature } from './signed-by-role.ts';
import type { TrustedTime } from './time.ts';
import type { TokenRefusal } from './token-refusal.ts';
import type { HeldBundle, Pin } from './trust-store.ts';
import { isSame } from './tuf/follows-held.ts';

/** What a freshness token is to confirm, and how that is checked. */
export interface FreshnessTarget extends Pick<Pin, 'signatures' | 'sha256'> {
  readonly held: TokenHeld | undefined;
  /** UTC milliseconds as of which what is held is known to be the latest. */
  readonly asOfMs: number | undefined;
}

/** The part of a held bundle that a token is about. */
export interface TokenHeld extends Pick<
  HeldBundle,
  'root' | 'files' | 'kills'
> {
  readonly roles: Pick<HeldBundle['roles'], 'timestamp'>;
}

/**
 * As of when a token says that what is held is still the latest, in the order of docs/pass-format.md.
 * It is never later than the token itself was signed, and nothing else of the token counts: whoever
 * holds a bundle of the same snapshot may believe it, and nobody else.
 */
export function checkFreshnessToken(
  text: string,
  target: FreshnessTarget,
  now: TrustedTime,
): Result<{ readonly signedAtMs: number }, TokenRefusal> {
  const frame = decodeFreshnessToken(text);
  if (!frame.ok) return err(whyUnreadable(frame.error));
  const { held } = target;
  if (held === undefined) return err('token.no-bundle');
  const { root } = held;
  if (!mayConfirm(frame.value.kid, held)) return err('token.key');
  const signer = findRoleSignature(
    frame.value,
    'HP1/fresh',
    root,
    'timestamp',
    target,
  );
  if (signer === 'unknown-key') return err('token.key');
  if (signer === 'counterfeit') return err('token.signature');

  const read = readClaims(
    frame.value.payload,
    { id: root.name },
    parseFreshnessClaims,
  );
  if (read.kind === 'counterfeit') return err('token.signature');
  if (read.kind === 'unusable') return err('token.malformed');
  const fault =
    findTokenDates(read.claims, now) ??
    findOtherBundle(read.claims, held, target) ??
    findNothingNew(read.claims, held, target);
  const { issuedAt } = read.claims;
  return fault === undefined ? ok({ signedAtMs: issuedAt * 1000 }) : err(fault);
}

function whyUnreadable({ reason }: FrameRefusal): TokenRefusal {
  return reason === 'update-kiosk' ? 'token.update-kiosk' : 'token.unreadable';
}

/** One signature cannot stand for a role that takes several, and a dead key for nothing. */
function mayConfirm(kid: Uint8Array, { root, kills }: TokenHeld): boolean {
  const isDead = kills.kids.includes(bytesToHex(kid));
  return root.roles.timestamp.threshold === 1 && !isDead;
}

/** Only what has certainly passed counts as over; what no date can say lies ahead of any clock. */
function findTokenDates(
  { expiresAt, issuedAt }: FreshnessClaims,
  now: TrustedTime,
): TokenRefusal | undefined {
  if (now.lowerMs >= expiresAt * 1000) return 'token.expired';
  const isAhead =
    isIssuedAhead(issuedAt, now) || issuedAt * 1000 > latestSignedMs;
  return isAhead ? 'token.from-future' : undefined;
}

function findOtherBundle(
  { snapshot }: FreshnessClaims,
  { roles, files }: TokenHeld,
  { sha256 }: FreshnessTarget,
): TokenRefusal | undefined {
  if (snapshot.timestampVersion < roles.timestamp.version) return 'token.older';
  const file = files.get('snapshot.json');
  const isThis = file !== undefined && isSame(sha256(file), snapshot.sha256);
  return isThis ? undefined : 'token.other-bundle';
}

/** A token lags behind the timestamp that is held, whatever the host remembers. */
function findNothingNew(
  { issuedAt }: FreshnessClaims,
  { roles }: TokenHeld,
  { asOfMs = 0 }: FreshnessTarget,
): TokenRefusal | undefined {
  const knownMs = Math.max(asOfMs, roles.timestamp.signedAtMs);
  return issuedAt * 1000 <= knownMs ? 'token.older' : undefined;
}
