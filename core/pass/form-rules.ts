import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import type { Form } from './pass.ts';
import type { Malformed, MalformedDetail } from './refusals.ts';
import type { WireClaims } from './wire-claims.ts';
import type { PersonState } from './wire-health.ts';

/**
 * The rules of part 5 of the format that span several claims: dates and length by form, what a
 * household must not say of itself, and what each form asks of a person.
 */
export function checkForm(claims: WireClaims): Result<WireClaims, Malformed> {
  const fault =
    dateFault(claims) ??
    personFault(claims) ??
    holderKeyFault(claims) ??
    stateFault(claims);
  return fault === undefined ? ok(claims) : err(fault);
}

const DAY_S = 86_400;

/** The longest time from not-before to expiry, in seconds. */
const LONGEST_S: Readonly<Record<Form, number>> = {
  live: DAY_S,
  paper: 180 * DAY_S,
  static: 30 * DAY_S,
};

function dateFault(claims: WireClaims): Malformed | undefined {
  const length = claims.expiresAt - claims.notBefore;
  const isSound = length > 0 && length <= LONGEST_S[formOf(claims)];
  return isSound ? undefined : fault('claim-dates', '4');
}

/** One person or a household, never both, and where the status stands. */
function personFault(claims: WireClaims): Malformed | undefined {
  const { schema, own } = claims.health;
  if (schema.members === undefined) {
    if (own.person === undefined) return fault('claim-missing', '-65537/2');
    if (claims.status === undefined) return fault('claim-missing', '-65540');
    return undefined;
  }
  if (own.person !== undefined) return fault('claim-forbidden', '-65537/2');
  const state = presentState(own);
  if (state !== undefined) return fault('claim-forbidden', `-65537/${state}`);
  if (claims.status === undefined) return undefined;
  return fault('claim-forbidden', '-65540');
}

function holderKeyFault(claims: WireClaims): Malformed | undefined {
  const form = formOf(claims);
  const hasKey = claims.holderKey !== undefined;
  if (form === 'live' && !hasKey) return fault('claim-missing', '8');
  if (form === 'paper' && hasKey) return fault('claim-forbidden', '8');
  return undefined;
}

/** Paper names a person and no state; the other forms must give the colour of each. */
function stateFault(claims: WireClaims): Malformed | undefined {
  const { schema, own, shared } = claims.health;
  const isPaper = schema.form === 'paper';
  if (isPaper && shared.itinerary !== undefined)
    return fault('claim-forbidden', '-65537/7');
  for (const [index, state] of (schema.members ?? [own]).entries()) {
    const where =
      schema.members === undefined ? '-65537' : `-65537/11/${index}`;
    const present = presentState(state);
    if (isPaper && present !== undefined)
      return fault('claim-forbidden', `${where}/${present}`);
    if (!isPaper && state.colour === undefined)
      return fault('claim-missing', `${where}/3`);
  }
  return undefined;
}

function formOf(claims: WireClaims): Form {
  return claims.health.schema.form;
}

/** The first of keys 3 to 6 that is there. */
function presentState(state: PersonState): number | undefined {
  if (state.colour !== undefined) return 3;
  if (state.colourReason !== undefined) return 4;
  if (state.test !== undefined) return 5;
  return state.vaccination === undefined ? undefined : 6;
}

function fault(detail: MalformedDetail, where: string): Malformed {
  return { reason: 'malformed', detail, where };
}
