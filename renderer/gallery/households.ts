import type { ShownMember, ShownSubject } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { hold, live } from './links.ts';
import { countdown, scanId, verdictOf } from './verdicts.ts';

const none = [{ kind: 'test', state: 'none' }] as const;

const grandmother: ShownMember = {
  maskedName: '欧阳**兰',
  maskedDocument: '****0427',
  birthYear: 1951,
  colour: 'green',
  outcome: 'admit',
  reasons: [],
  badges: [
    { kind: 'test', state: 'negative' },
    { kind: 'vaccination', state: 'complete' },
  ],
};

const others: readonly ShownMember[] = [
  {
    ...grandmother,
    maskedName: '覃*军',
    maskedDocument: '****1916',
    birthYear: 1978,
    badges: [{ kind: 'vaccination', state: 'started' }],
  },
  {
    ...grandmother,
    maskedName: '覃*',
    maskedDocument: '****305X',
    birthYear: 2009,
    badges: none,
  },
  {
    ...grandmother,
    maskedName: 'M***a F*******z',
    maskedDocument: '****8810',
    birthYear: 1980,
    badges: none,
  },
  {
    ...grandmother,
    maskedName: '阿卜杜*****·买买提',
    maskedDocument: '****062X',
    birthYear: 1990,
  },
  { ...grandmother, maskedName: '覃*妹', maskedDocument: '****2024' },
];

/** Two to six persons, all of whom may pass. */
function membersOf(count: number): readonly ShownMember[] {
  return [grandmother, ...others].slice(0, count);
}

/** The same, but for some of them; by their place in the pass. */
function membersBut(
  count: number,
  differing: Readonly<Record<number, Partial<ShownMember>>>,
): readonly ShownMember[] {
  return membersOf(count).map((member, at) => ({
    ...member,
    ...differing[at],
  }));
}

/** What is said of a household as a whole. */
function householdOf(count: number): ShownSubject {
  return {
    maskedName: membersOf(count)
      .map(({ maskedName }) => maskedName)
      .join('、'),
    issuerZh: '广西壮族自治区',
    issuerEn: 'Guangxi',
    colour: 'green',
    form: 'static',
    persons: count,
  };
}

/** One pass for several persons, judged alike and judged apart. */
export const householdStates: Readonly<Record<string, Link>> = {
  'admit-household': live({
    kind: 'admit',
    scanId,
    countdown,
    verdict: verdictOf('admit', 'colour-green', {
      subject: householdOf(4),
      members: membersOf(4),
      temperaturesDeci: [368],
    }),
  }),
  'hold-household': hold(
    verdictOf('hold', 'status-changed', {
      others: ['colour-yellow', 'stale-trust'],
      advice: ['renew-pass'],
      subject: householdOf(6),
      members: membersBut(6, {
        0: { outcome: 'hold' },
        1: { outcome: 'hold', reasons: [{ code: 'status-changed' }] },
        2: { outcome: 'hold' },
        3: {
          outcome: 'hold',
          colour: 'yellow',
          reasons: [{ code: 'colour-yellow' }],
        },
        4: { outcome: 'hold' },
        5: { outcome: 'hold' },
      }),
    }),
    {
      choices: ['id-compared', 'allow', 'refuse'],
      allowReasons: ['confirmed-by-phone', 'supervisor-approved'],
      refuseReasons: [
        'id-does-not-match',
        'no-valid-pass',
        'referred-to-medical',
        'left-by-themselves',
      ],
    },
  ),
  'deny-household': live({
    kind: 'deny',
    scanId,
    countdown,
    verdict: verdictOf('deny', 'colour-red', {
      others: ['status-hold'],
      advice: ['separate-and-report', 'call-hotline'],
      subject: householdOf(6),
      members: membersBut(6, {
        1: { outcome: 'hold', reasons: [{ code: 'status-hold' }] },
        3: {
          outcome: 'deny',
          colour: 'red',
          reasons: [{ code: 'colour-red' }],
        },
      }),
    }),
  }),
};
