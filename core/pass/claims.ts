import { decodeCbor, encodeCbor } from '#core/cbor';
import type { CborValue } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { isMap, refuse } from './codec.ts';
import { subjectOf } from './form-rules.ts';
import type { Subject } from './form-rules.ts';
import type { Pass } from './pass.ts';
import type { ClaimsRefusal, Malformed } from './refusals.ts';
import { HEALTH_CLAIM, ISSUER_CLAIM, wireClaims } from './wire-claims.ts';
import type { WireClaims } from './wire-claims.ts';

/**
 * A payload to a pass: sound CBOR, a schema this kiosk knows, every claim of the type and in the range
 * the format asks. Call it under a sound signature only; the truth of what it says is not its business.
 */
export function parseClaims(payload: Uint8Array): Result<Pass, ClaimsRefusal> {
  const opened = openPayload(payload);
  if (!opened.ok) return opened;
  if (hasOtherMajor(opened.value)) return err({ reason: 'update-kiosk' });
  const read = wireClaims.read(opened.value);
  if (!read.ok) return read;
  const subject = subjectOf(read.value);
  return subject.ok ? ok(toPass(read.value, subject.value)) : subject;
}

/** The payload of a pass. Throws OutsideProfile for text that the profile refuses. */
export function encodeClaims(pass: Pass): Uint8Array {
  return encodeCbor(wireClaims.write(toWire(pass)));
}

/** The issuer as the payload writes it, whatever else is wrong there; undefined when there is none. */
export function peekIssuer(payload: Uint8Array): string | undefined {
  const opened = openPayload(payload);
  const issuer = opened.ok ? opened.value.get(ISSUER_CLAIM) : undefined;
  return typeof issuer === 'string' ? issuer : undefined;
}

type Claims = ReadonlyMap<number | string, CborValue>;

/** A payload of any kind to its claims, before any of them is looked at. */
export function openPayload(payload: Uint8Array): Result<Claims, Malformed> {
  const value = decodeCbor(payload);
  if (!value.ok) {
    const { detail, at } = value.error;
    return err({ reason: 'malformed', detail, where: String(at) });
  }
  return isMap(value.value) ? ok(value.value) : refuse('claims-not-a-map');
}

/** A later schema is named before anything else is looked at (docs/pass-format.md, part 4). */
function hasOtherMajor(claims: Claims): boolean {
  const health = claims.get(HEALTH_CLAIM);
  const major = isMap(health) ? health.get(1) : undefined;
  return typeof major === 'number' && major >= 0 && major !== 1;
}

function toPass(claims: WireClaims, subject: Subject): Pass {
  const { status: _, health, ...envelope } = claims;
  const { form } = health.schema;
  return { ...subject, ...envelope, ...health.shared, form };
}

/** Codecs write the fields they know, so the parts may carry more than theirs. */
function toWire(pass: Pass): WireClaims {
  const { form } = pass;
  if (pass.kind === 'household') {
    const schema = { major: 1, form, members: pass.members };
    return { ...pass, health: { schema, own: {}, shared: pass } };
  }
  const { status } = pass.health;
  const health = { schema: { major: 1, form }, own: pass.health, shared: pass };
  return { ...pass, status, health };
}
