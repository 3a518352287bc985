import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  afterKey,
  noBurst,
  type Burst,
  type Keystroke,
  type Taken,
} from '../../../renderer/wedge/burst.ts';

const pass = 'HP12BAYZ7QK';

describe('a wedge scanner', () => {
  test('is taken as one capture, ended by Enter', () => {
    expect(typed(pass, 8, 'Enter').at(-1)).toEqual({
      kind: 'captured',
      text: pass,
    });
  });

  test('may send any code, as long as it is fast', () => {
    expect(typed('https://pay.example/1', 34, 'Enter').at(-1)).toEqual({
      kind: 'captured',
      text: 'https://pay.example/1',
    });
  });

  test('may be slow once its text begins like a pass', () => {
    expect(typed(pass, 34, 'Enter', 400).at(-1)).toEqual({
      kind: 'captured',
      text: pass,
    });
  });

  test('may hold Shift down for its capitals', () => {
    const strokes = keysOf(pass).flatMap((key) => [
      stroke('Shift'),
      stroke(key),
    ]);
    expect(run(strokes, 30, 'Enter').at(-1)).toEqual({
      kind: 'captured',
      text: pass,
    });
  });

  test('keeps its keys from the page after the second', () => {
    const taken = typed('HP1ABC', 8, 'Enter').map(({ kind }) => kind);
    expect(taken).toEqual([
      'leave',
      'leave',
      'keep',
      'keep',
      'keep',
      'keep',
      'captured',
    ]);
  });

  test('gives each of two scans in a row its own capture', () => {
    const once = [...keysOf(pass), 'Enter'];
    const strokes = [...once, ...once].map((key) => stroke(key));
    const captures = run(strokes, 8).filter(({ kind }) => kind === 'captured');
    expect(captures).toEqual([
      { kind: 'captured', text: pass },
      { kind: 'captured', text: pass },
    ]);
  });

  test('starts afresh after a pause, so an unfinished scan spoils nothing', () => {
    const half = keysOf('https:').map((key) => stroke(key));
    const later = keysOf(pass).map((key, place) =>
      stroke(key, place === 0 ? 500 : 8),
    );
    expect(run([...half, ...later], 8, 'Enter').at(-1)).toEqual({
      kind: 'captured',
      text: pass,
    });
  });

  test('never gives more than the contract takes', () => {
    const last = typed(`HP1${'A'.repeat(70_000)}`, 1, 'Enter').at(-1);
    expect(last?.kind === 'captured' && last.text.length).toBe(65_536);
  });
});

describe('a person at the keyboard', () => {
  test('keeps every key, Enter too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('3', '6', '5', 'a', 'Tab', 'Enter', 'F2')),
        fc.integer({ min: 60, max: 900 }),
        (keys, gapMs) => {
          for (const taken of run(
            keys.map((key) => stroke(key)),
            gapMs,
          )) {
            expect(taken).toEqual({ kind: 'leave' });
          }
        },
      ),
    );
  });

  test('may strike three keys at once without it being a scan', () => {
    expect(typed('365', 10, 'Enter').at(-1)).toEqual({ kind: 'leave' });
  });

  test('keeps combinations with Control', () => {
    const strokes = keysOf('abcdefgh').map((key) => ({
      ...stroke(key),
      hasModifier: true,
    }));
    expect(run(strokes, 5, 'Enter').every(({ kind }) => kind === 'leave')).toBe(
      true,
    );
  });
});

describe('an input method', () => {
  test('that eats a burst is reported, once for each four keys', () => {
    const eaten = Array.from({ length: 8 }, () => ({
      ...stroke('Process'),
      isEaten: true,
    }));
    expect(run(eaten, 8).map(({ kind }) => kind)).toEqual([
      'leave',
      'leave',
      'leave',
      'input-method',
      'leave',
      'leave',
      'leave',
      'input-method',
    ]);
  });

  test('that a person types with is not', () => {
    const eaten = Array.from({ length: 20 }, () => ({
      ...stroke('Process'),
      isEaten: true,
    }));
    expect(run(eaten, 120).every(({ kind }) => kind === 'leave')).toBe(true);
  });
});

describe('into a text field', () => {
  test('a scanner is told by its speed, and only its Enter is kept from the field', () => {
    const taken = inField(pass, 8);
    expect(taken.slice(0, -1).every(({ kind }) => kind === 'leave')).toBe(true);
    expect(taken.at(-1)).toEqual({ kind: 'captured', text: pass });
  });

  test('a person may type what begins like a pass', () => {
    expect(inField('hp1 notes', 90).every(({ kind }) => kind === 'leave')).toBe(
      true,
    );
  });

  test('a person may type a PIN as fast as fingers go', () => {
    expect(inField('48151623', 60).every(({ kind }) => kind === 'leave')).toBe(
      true,
    );
  });

  test('an input method belongs to whoever types there', () => {
    const eaten = Array.from({ length: 20 }, () => ({
      ...stroke('Process'),
      isEaten: true,
      isTyping: true,
    }));
    expect(run(eaten, 8).every(({ kind }) => kind === 'leave')).toBe(true);
  });

  function inField(text: string, gapMs: number): readonly Taken[] {
    const strokes = [...keysOf(text), 'Enter'].map((key) => ({
      ...stroke(key),
      isTyping: true,
    }));
    return run(strokes, gapMs);
  }
});

function keysOf(text: string): readonly string[] {
  return Array.from(text);
}

interface Struck extends Omit<Keystroke, 'atMs'> {
  /** Milliseconds after the key before; otherwise the pace of the run. */
  readonly afterMs?: number;
}

function stroke(key: string, afterMs?: number): Struck {
  return {
    key,
    isEaten: false,
    isTyping: false,
    hasModifier: false,
    ...(afterMs !== undefined && { afterMs }),
  };
}

/** `slowMs` is the pace after the first four characters. */
function typed(
  text: string,
  gapMs: number,
  end: string,
  slowMs = gapMs,
): readonly Taken[] {
  const strokes = keysOf(text).map((key, place) =>
    stroke(key, place < 4 ? gapMs : slowMs),
  );
  return run(strokes, gapMs, end);
}

function run(
  strokes: readonly Struck[],
  gapMs: number,
  end?: string,
): readonly Taken[] {
  const all = end === undefined ? strokes : [...strokes, stroke(end)];
  let burst: Burst = noBurst;
  let atMs = 1000;
  return all.map(({ afterMs = gapMs, ...struck }) => {
    atMs += afterMs;
    const after = afterKey(burst, { ...struck, atMs });
    burst = after.burst;
    return after.taken;
  });
}
