import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import type { Form, Health } from './pass.ts';
import type { Malformed, MalformedDetail } from './refusals.ts';
import type { WireClaims } from './wire-claims.ts';
import type { PersonState } from './wire-health.ts';

/** Whom a pass is about, with everything that the rules of its form promise. */
export type Subject =
  | { readonly kind: 'single'; readonly health: Health }
  | { readonly kind: 'household'; readonly members: readonly Health[] };

/**
 * Asks the rules of part 5 of the format that span several claims: dates and length by form, one
 * person or a household, and what each form asks of them.
 */
export function subjectOf(claims: WireClaims): Result<Subject, Malformed> {
  const early = dateFault(claims);
  if (early !== undefined) return err(early);
  const { members } = claims.health.schema;
  const subject =
    members === undefined ? onePerson(claims) : household(claims, members);
  if (!subject.ok) return subject;
  const late = holderKeyFault(claims) ?? stateFault(claims, subject.value);
  return late === undefined ? subject : err(late);
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

function onePerson(claims: WireClaims): Result<Subject, Malformed> {
  const { own } = claims.health;
  const { status } = claims;
  if (own.person === undefined) return err(fault('claim-missing', '-65537/2'));
  if (status === undefined) return err(fault('claim-missing', '-65540'));
  const health = { ...own, person: own.person, status };
  return ok({ kind: 'single', health });
}

/** A household says nothing of itself that its members say each for themselves. */
function household(
  claims: WireClaims,
  members: readonly Health[],
): Result<Subject, Malformed> {
  const { own } = claims.health;
  const stated = own.person === undefined ? presentState(own) : 2;
  if (stated !== undefined)
    return err(fault('claim-forbidden', `-65537/${stated}`));
  if (claims.status !== undefined)
    return err(fault('claim-forbidden', '-65540'));
  return ok({ kind: 'household', members });
}

function holderKeyFault(claims: WireClaims): Malformed | undefined {
  const form = formOf(claims);
  const hasKey = claims.holderKey !== undefined;
  if (form === 'live' && !hasKey) return fault('claim-missing', '8');
  if (form === 'paper' && hasKey) return fault('claim-forbidden', '8');
  return undefined;
}

/** Paper names people and no state; the other forms must give the colour of each. */
function stateFault(
  claims: WireClaims,
  subject: Subject,
): Malformed | undefined {
  const isPaper = formOf(claims) === 'paper';
  if (isPaper && claims.health.shared.itinerary !== undefined)
    return fault('claim-forbidden', '-65537/7');
  const isSingle = subject.kind === 'single';
  const people = isSingle ? [subject.health] : subject.members;
  for (const [index, state] of people.entries()) {
    const where = isSingle ? '-65537' : `-65537/11/${index}`;
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
