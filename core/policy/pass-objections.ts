import { personsOf, type Health, type Pass } from '#core/pass';
import {
  colourOf,
  type AuthenticPass,
  type Colour,
  type Policy,
  type TrustedTime,
} from '#core/trust';
import type { Objection } from './reasons.ts';
import type { Way } from './recognition.ts';

/** A person whose status nobody looked up counts as not found. */
export function statusObjections(
  { status }: AuthenticPass,
  persons: readonly number[],
): readonly Objection[] {
  return persons
    .map((person) => status[person] ?? 'status-unknown-list')
    .filter((finding) => finding !== 'normal')
    .map((code) => ({ code }));
}

/** Each of these persons is asked, so the strictest decides. */
export function colourObjections(
  { pass, issuer }: AuthenticPass,
  persons: readonly number[],
  policy: Policy | undefined,
): readonly Objection[] {
  const asked = personsOf(pass).filter((_, at) => persons.includes(at));
  return asked.flatMap((health): readonly Objection[] => {
    if (isStateless(pass, health)) return [];
    const colour = colourOf(health, issuer);
    if (colour !== undefined) return colourObjection(colour, policy);
    const detail = health.colour === undefined ? 'absent' : 'not-in-map';
    return [{ code: 'colour-unconfirmed', detail }];
  });
}

/** Policy narrows what a colour means and never widens it: red is refused whatever it says. */
function colourObjection(
  colour: Colour,
  policy: Policy | undefined,
): readonly Objection[] {
  if (colour === 'red') return [{ code: 'colour-red' }];
  const asked = policy?.colours[colour];
  if (asked === 'deny') return [{ code: 'colour-denied', detail: colour }];
  if (colour === 'yellow') return [{ code: 'colour-yellow' }];
  return asked === 'hold' ? [{ code: 'colour-held', detail: colour }] : [];
}

/**
 * What the ways a pass comes over ask of its colours beyond what they ask at home. The colour itself
 * stays the issuer's; on paper the status stands for green.
 */
export function arrivalObjections(
  { pass, issuer }: AuthenticPass,
  persons: readonly number[],
  over: readonly Way[],
): readonly Objection[] {
  const asked = personsOf(pass).filter((_, at) => persons.includes(at));
  return asked.flatMap((health) => {
    const colour = isStateless(pass, health)
      ? 'green'
      : colourOf(health, issuer);
    return over.flatMap(({ colours }) => arrivalObjection(colour, colours));
  });
}

/** Yellow waits for the guard whatever it comes over, and red is refused. */
function arrivalObjection(
  colour: Colour | undefined,
  colours: Way['colours'],
): readonly Objection[] {
  if (colour !== 'green' && colour !== 'yellow') return [];
  const asked = colours?.[colour];
  if (asked === 'deny') return [{ code: 'colour-denied', detail: colour }];
  return asked === 'hold' ? [{ code: 'arrival', detail: colour }] : [];
}

/** A paper pass names a person, not a state (format, section 4): its status stands for the colour. */
function isStateless({ form }: Pass, { colour }: Health): boolean {
  return form === 'paper' && colour === undefined;
}

/**
 * What was found when the pass was read, and whether its window has closed since: a hold may stay
 * open for long (format, section 3, dates: expiresAt is exclusive).
 */
export function dateObjections(
  { pass, dates }: AuthenticPass,
  now: TrustedTime,
): readonly Objection[] {
  const found = dates.map((code): Objection => ({ code }));
  const expiresAtMs = pass.expiresAt * 1000;
  if (now.lowerMs >= expiresAtMs) return [...found, { code: 'expired' }];
  if (now.upperMs >= expiresAtMs) {
    return [...found, { code: 'doubtful-clock' }];
  }
  return found;
}

export function scopeObjections({
  outOfScope,
}: AuthenticPass): readonly Objection[] {
  return outOfScope.map((detail) => ({ code: 'out-of-scope', detail }));
}
