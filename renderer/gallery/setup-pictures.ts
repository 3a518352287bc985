import { words } from '#kiosk/contract';
import { pressing, type Deed, type Handled } from './hands.ts';

const { screen, siteTypes } = words.zh.setup;

const next = pressing(screen.next);

/** What is done at each step of the first run, and the picture taken once it is done. */
const route: readonly (readonly [name: string, deeds: readonly Deed[]])[] = [
  ['site-type', [...next, { choose: siteTypes.market }]],
  [
    'place',
    [
      ...next,
      { fill: screen['name-zh'], text: '北行农贸市场东门' },
      { fill: screen['name-en'], text: 'Beihang Market, East Gate' },
      { fill: screen['checkpoint-id'], text: 'LN-SY-0107' },
    ],
  ],
  [
    'lane',
    [
      ...next,
      { choose: words.zh.directions.in },
      { fill: screen['lane-name'], text: '2' },
    ],
  ],
  [
    'bundle',
    [
      ...next,
      { file: screen['root-file'], text: '{"signed":{"_type":"root"}}' },
      { file: screen['bundle-file'], text: 'a bundle' },
      { choose: screen.compared },
    ],
  ],
  [
    'supervisor',
    [
      ...next,
      { fill: screen['supervisor-name'], text: '王敏' },
      { fill: screen['pin-again'], text: '73519046' },
      { fill: screen.pin, text: '73519046' },
    ],
  ],
  ['passphrase', next],
];

/** Each goes on from where the one before stopped. */
export const setupPictures: Readonly<Record<string, Handled>> =
  Object.fromEntries(
    route.map(([name], place) => [
      `setup-${name}`,
      {
        state: 'unconfigured',
        deeds: route.slice(0, place + 1).flatMap(([, deeds]) => deeds),
      },
    ]),
  );
