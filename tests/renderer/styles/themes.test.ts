import { describe, expect, test } from 'vitest';
import {
  contrast,
  distance,
  lightOf,
  luminance,
  type Vision,
} from './colour.ts';
import { coloursOf, declared, themeNames } from './theme-tokens.ts';

/** Fields with their ink; on each stands a word to be read across a lane. */
const verdicts = [
  'admit',
  'hold',
  'deny',
  'need',
  'neutral',
  'lost',
  'closed',
  'idle',
] as const;

/** Smaller text and what it stands on. */
const texts: readonly (readonly [ink: string, field: string])[] = [
  ['idle-quiet', 'idle-field'],
  ['resolved-ink', 'idle-field'],
  ['code-dark', 'code-light'],
  ['bar-ink', 'bar-field'],
  ['bar-quiet', 'bar-field'],
  ['bar-warn', 'bar-field'],
  ['strip-ink', 'strip-field'],
  ['notice-ink', 'notice-field'],
  ['ribbon-ink', 'ribbon-field'],
  ['panel-ink', 'panel-field'],
  ['panel-quiet', 'panel-field'],
  ['panel-quiet', 'panel-well'],
  ['panel-quiet', 'panel-touch'],
  ['panel-link', 'panel-field'],
  ['panel-link', 'panel-well'],
  ['panel-link-ink', 'panel-link'],
  ['panel-good', 'panel-field'],
  ['panel-good', 'panel-well'],
  ['panel-bad', 'panel-field'],
  ['panel-bad', 'panel-well'],
];

/** Shapes and outlines, which need less than text. */
const outlines: readonly (readonly [line: string, field: string])[] = [
  ['deny-frame', 'deny-field'],
  ['bar-focus', 'bar-field'],
  ['focus', 'idle-field'],
  ['hold-focus', 'hold-field'],
  ['panel-link', 'panel-field'],
];

describe.each(themeNames)('the colours of the %s theme', (theme) => {
  const colour = coloursOf(theme);

  test('let every verdict word be read across a lane', () => {
    const least = theme === 'sun' ? 12 : 7;
    expect(
      below(
        least,
        verdicts.map((kind) => [`${kind}-ink`, `${kind}-field`]),
      ),
    ).toEqual([]);
  });

  test('let every smaller text be read', () => {
    expect(below(theme === 'sun' ? 7 : 4.5, texts)).toEqual([]);
  });

  test('let every outline be seen', () => {
    expect(below(3, outlines)).toEqual([]);
  });

  test('are only of tokens the default has', () => {
    const known = Object.keys(declared('default'));
    expect(
      Object.keys(declared(theme)).filter((name) => !known.includes(name)),
    ).toEqual([]);
    expect(known.length).toBeGreaterThan(40);
  });

  function below(
    least: number,
    pairs: readonly (readonly [string, string])[],
  ): readonly string[] {
    return pairs
      .map(([ink, field]) => ({
        pair: `${ink} on ${field}`,
        ratio: contrast(colour(ink), colour(field)),
      }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(1)}`);
  }
});

describe('the colour-blind theme', () => {
  const visions: readonly Vision[] = [
    'ordinary',
    'deuteranopia',
    'protanopia',
    'tritanopia',
  ];
  const fields = coloursOf('colour-blind');

  test.each(visions)('keeps the outcomes far apart: %s', (vision) => {
    expect(closest(['admit', 'hold', 'deny'], vision)).toBeGreaterThan(0.2);
  });

  test.each(visions)(
    'keeps an admit apart from every other field: %s',
    (vision) => {
      for (const kind of verdicts.filter((other) => other !== 'admit')) {
        expect(
          distance(fields('admit-field'), fields(`${kind}-field`), vision),
          kind,
        ).toBeGreaterThan(0.18);
      }
    },
  );

  test('is needed: the default green and red are one colour to a deuteranope', () => {
    const usual = coloursOf('default');
    expect(
      distance(usual('admit-field'), usual('deny-field'), 'deuteranopia'),
    ).toBeLessThan(0.1);
  });

  function closest(kinds: readonly string[], vision: Vision): number {
    const pairs = kinds.flatMap((one, place) =>
      kinds.slice(place + 1).map((other) => [one, other] as const),
    );
    return Math.min(
      ...pairs.map(([one, other]) =>
        distance(fields(`${one}-field`), fields(`${other}-field`), vision),
      ),
    );
  }
});

describe('the night theme', () => {
  test('has no field brighter than a tenth of white', () => {
    const colours = coloursOf('night');
    const bright = Object.keys(declared('default')).filter(
      (name) =>
        name.endsWith('-field') && luminance(lightOf(colours(name))) > 0.1,
    );
    expect(bright).toEqual([]);
  });
});
