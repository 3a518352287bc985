import type { ShownMember } from '#kiosk/contract';
import type { Say } from '../language/language.tsx';

/**
 * The colour beside who it is, and what is said large: the first reason that is this member's alone,
 * or else the colour.
 */
export function wordsOnMember({
  colour,
  reasons: [first],
}: ShownMember): readonly [Say | undefined, Say | undefined] {
  const inColour: Say | undefined =
    colour === undefined ? undefined : (w) => w.colours[colour];
  if (first === undefined) return [undefined, inColour];
  const why: Say = (w) => w.reasons[first.code].guard;
  return first.code.startsWith('colour-') ? [undefined, why] : [inColour, why];
}
