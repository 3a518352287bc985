import { words, type Theme } from '#kiosk/contract';
import { deskPictures } from './desk-pictures.ts';
import type { Deed, Handled } from './hands.ts';
import { setupPictures } from './setup-pictures.ts';
import { pressed, states } from './states.ts';
import { trustPictures } from './trust-pictures.ts';
import { themes } from '../theme/theme.ts';

/** One thing to look at. */
export interface Picture {
  /** Of the file, before its language; empty where only the room for its words is in question. */
  readonly name: string;
  readonly href: string;
  /** What is done first, one after the other. */
  readonly deeds: readonly Deed[];
  /** The languages it is drawn in; it is inspected in Chinese, and in every one it is drawn in. */
  readonly languages: readonly ('zh' | 'en')[];
}

/** Everything there is to draw and to inspect. */
export const pictures: readonly Picture[] = [
  ...Object.keys(states).map((state) => of(state, `?state=${state}`)),
  ...Object.entries({
    ...pressed,
    ...setupPictures,
    ...deskPictures,
    ...trustPictures,
  }).map(([name, { state, deeds }]) => ({
    ...of(name, `?state=${state}`),
    deeds,
  })),
  ...travellerStates().map((state) =>
    of(`traveller-${state}`, `?state=${state}&view=traveller`),
  ),
  ...themes.slice(1).flatMap(inTheme),
  ...Object.keys(words.zh.reasons).flatMap((code) => [
    of('', `?reason=${code}`),
    of('', `?reason=${code}&view=traveller`),
  ]),
];

function of(name: string, href: string): Picture {
  return { name, href, deeds: [], languages: ['zh', 'en'] };
}

/** What is seen most is drawn; of the rest it is enough that it can be read. */
function inTheme(theme: Theme): readonly Picture[] {
  const looked: readonly [string, Handled][] = [
    ...Object.entries(deskPictures),
    ...Object.entries(trustPictures).filter(([name]) =>
      ['trust', 'trust-hold', 'trust-country', 'imported'].includes(name),
    ),
    ...Object.entries(setupPictures).slice(-2),
    [
      'display-menu',
      { state: 'idle', deeds: pressed['display-menu']?.deeds ?? [] },
    ],
  ];
  return [
    ...mainStates().map((state) => ({
      ...of(`${state}-${theme}`, `?state=${state}&theme=${theme}`),
      languages: ['zh' as const],
    })),
    ...['admit', 'hold-fever', 'deny-red'].map((state) => ({
      ...of(
        `traveller-${state}-${theme}`,
        `?state=${state}&theme=${theme}&view=traveller`,
      ),
      languages: [],
    })),
    ...looked.map(([name, { state, deeds }]) => ({
      ...of(`${name}-${theme}`, `?state=${state}&theme=${theme}`),
      deeds,
      languages: [],
    })),
  ];
}

/** What a guard sees most; the themes differ in these. */
function mainStates(): readonly string[] {
  return [
    'idle',
    'need-temperature-again',
    'admit',
    'hold-fever',
    'deny-red',
    'not-a-pass',
    'resolved-allowed',
    'device-lost',
  ];
}

function travellerStates(): readonly string[] {
  return [
    'idle',
    'reading',
    'need-temperature',
    'need-temperature-again',
    'admit',
    'hold-fever',
    'hold-no-key',
    'hold-arrival',
    'deny-red',
    'not-a-pass',
    'resolved-allowed',
    'resolved-refused',
    'device-lost',
    'out-of-service',
    'interrupted',
    'turned-away',
  ];
}
