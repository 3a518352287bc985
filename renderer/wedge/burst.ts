/**
 * Tells a keyboard-wedge scanner from a person by speed. A burst is a run of characters less than
 * 35 ms apart; Enter ends it. Text that begins like a pass is taken however slowly it comes, but
 * not where a person may be typing it: there speed alone tells, and no key is kept from the field
 * before the Enter that proves it was a scanner.
 */
export interface Burst {
  readonly text: string;
  readonly lastAtMs: number;
  /** How many keys an input method has eaten in a row. */
  readonly eaten: number;
}

/** One keydown; `atMs` is the event's own time. */
export interface Keystroke {
  readonly key: string;
  readonly atMs: number;
  readonly isEaten: boolean;
  /** Whether it goes into a text field. */
  readonly isTyping: boolean;
  readonly hasModifier: boolean;
}

/** What becomes of a keystroke: left to the page, kept from it, or the end of something. */
export type Taken =
  | { readonly kind: 'leave' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'captured'; readonly text: string }
  | { readonly kind: 'input-method' };

const gapMs = 35;
/** Between characters of a text that has begun like a pass. */
const patientGapMs = 1000;
const shortestCapture = 6;
/** A person may roll two keys; three in a row are a machine. */
const shortestBurst = 3;
const eatenBurst = 4;
/** The longest text the contract takes. */
const longestText = 65_536;

export const noBurst: Burst = { text: '', lastAtMs: -Infinity, eaten: 0 };

/** What the keystroke makes of the burst so far. */
export function afterKey(
  burst: Burst,
  stroke: Keystroke,
): { readonly burst: Burst; readonly taken: Taken } {
  const gap = stroke.atMs - burst.lastAtMs;
  if (stroke.isEaten) {
    return stroke.isTyping
      ? { burst: noBurst, taken: leave }
      : afterEaten(burst, stroke.atMs, gap);
  }
  const isPass = !stroke.isTyping && isLikePass(burst.text);
  const goesOn = gap < (isPass ? patientGapMs : gapMs);
  if (stroke.key === 'Enter') {
    const isCapture =
      goesOn && (isPass || burst.text.length >= shortestCapture);
    return {
      burst: noBurst,
      taken: isCapture ? { kind: 'captured', text: burst.text } : leave,
    };
  }
  if (stroke.key === 'Shift' || stroke.key === 'CapsLock') {
    return {
      burst: goesOn ? { ...burst, lastAtMs: stroke.atMs } : noBurst,
      taken: leave,
    };
  }
  if (stroke.hasModifier || !isCharacter(stroke.key)) {
    return { burst: noBurst, taken: leave };
  }
  const text = (goesOn ? burst.text : '') + stroke.key;
  return {
    burst: {
      text: text.slice(0, longestText),
      lastAtMs: stroke.atMs,
      eaten: 0,
    },
    taken:
      text.length >= shortestBurst && !stroke.isTyping
        ? { kind: 'keep' }
        : leave,
  };
}

const leave: Taken = { kind: 'leave' };

function afterEaten(
  burst: Burst,
  atMs: number,
  gap: number,
): { readonly burst: Burst; readonly taken: Taken } {
  const eaten = gap < gapMs ? burst.eaten + 1 : 1;
  if (eaten < eatenBurst) {
    return { burst: { text: '', lastAtMs: atMs, eaten }, taken: leave };
  }
  return { burst: noBurst, taken: { kind: 'input-method' } };
}

function isLikePass(text: string): boolean {
  return /^h[pvst]\d/i.test(text);
}

function isCharacter(key: string): boolean {
  return [...key].length === 1;
}
