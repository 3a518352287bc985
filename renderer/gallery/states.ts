import {
  allowReasons,
  refuseReasons,
  words,
  type GateView,
  type ReasonCode,
} from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { gateShowing, snapshotWith } from './snapshot.ts';
import {
  badges,
  countdown,
  household,
  longName,
  scanId,
  verdictOf,
  zhang,
} from './verdicts.ts';

const hourMs = 3_600_000;

type HoldView = Extract<GateView, { kind: 'hold' }>;

/** What the gate offers for such a verdict; a test compares it with the gate's own word. */
type Offered = Pick<HoldView, 'choices' | 'allowReasons' | 'refuseReasons'>;

function hold(verdict: HoldView['verdict'], offered: Offered): Link {
  return live(holdView(verdict, offered));
}

function holdView(verdict: HoldView['verdict'], offered: Offered): HoldView {
  return { kind: 'hold', scanId, verdict, ...offered, idCompared: false };
}

const forUnknown: Offered = {
  choices: ['allow', 'refuse'],
  allowReasons: [
    'registered-by-hand',
    'confirmed-by-phone',
    'supervisor-approved',
  ],
  refuseReasons: ['no-valid-pass', 'left-by-themselves'],
};

const forFever: Offered = {
  choices: ['measure-again', 'allow', 'refuse'],
  allowReasons: ['temperature-normal-by-hand'],
  refuseReasons: [
    'referred-to-medical',
    'will-not-be-measured',
    'left-by-themselves',
  ],
};

function live(gate: GateView): Link {
  return { kind: 'live', snapshot: gateShowing(gate), atMs: 0 };
}

function liveWith(differing: Parameters<typeof snapshotWith>[0]): Link {
  return { kind: 'live', snapshot: snapshotWith(differing), atMs: 0 };
}

const fever = verdictOf('hold', 'fever', {
  advice: ['measure-again'],
  subject: zhang,
  temperaturesDeci: [376],
});

/** Every state a gate can be in, by the name of its picture. */
export const states: Readonly<Record<string, Link>> = {
  idle: live({ kind: 'idle' }),
  reading: live({ kind: 'reading' }),
  'need-temperature': live({
    kind: 'need-temperature',
    scanId,
    attempt: 1,
    settled: 0,
    countdown,
  }),
  'need-temperature-again': live({
    kind: 'need-temperature',
    scanId,
    attempt: 2,
    latestDeci: 365,
    settled: 0.6,
    countdown,
  }),
  admit: live({
    kind: 'admit',
    scanId,
    countdown,
    verdict: verdictOf('admit', 'colour-green', {
      subject: zhang,
      badges,
      temperaturesDeci: [364],
    }),
  }),
  'admit-household': live({
    kind: 'admit',
    scanId,
    countdown,
    verdict: verdictOf('admit', 'colour-green', {
      subject: household,
      badges: [{ kind: 'test', state: 'none' }],
      temperaturesDeci: [368],
    }),
  }),
  'hold-fever': hold(fever, forFever),
  'hold-fever-again': hold(
    verdictOf('hold', 'fever-confirmed', {
      advice: ['refer-medical'],
      subject: zhang,
      badges,
      temperaturesDeci: [376, 374],
    }),
    {
      choices: ['refuse'],
      allowReasons: [],
      refuseReasons: ['referred-to-medical', 'left-by-themselves'],
    },
  ),
  'hold-yellow': hold(
    verdictOf('hold', 'colour-yellow', {
      others: ['expired', 'stale-trust'],
      advice: ['test-first'],
      subject: longName,
      badges,
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
  'hold-no-key': hold(
    verdictOf('hold', 'unknown-key', {
      advice: ['update-data', 'register-by-hand'],
    }),
    forUnknown,
  ),
  'deny-red': live({
    kind: 'deny',
    scanId,
    countdown,
    verdict: verdictOf('deny', 'colour-red', {
      advice: ['separate-and-report', 'call-hotline'],
      subject: zhang,
    }),
  }),
  'deny-counterfeit': live({
    kind: 'deny',
    scanId,
    countdown,
    verdict: verdictOf('deny', 'counterfeit', {
      advice: ['keep-code-report', 'call-hotline'],
    }),
  }),
  'not-a-pass': live({
    kind: 'not-a-pass',
    scanId,
    countdown,
    verdict: verdictOf('none', 'not-a-pass', {
      detail: 'payment-code',
      advice: ['show-pass'],
    }),
  }),
  'not-a-pass-damaged': live({
    kind: 'not-a-pass',
    scanId,
    countdown,
    verdict: verdictOf('none', 'malformed', {
      detail: 'base32-length',
      advice: ['show-again', 'brighten-screen'],
    }),
  }),
  'resolved-allowed': live({
    kind: 'resolved',
    scanId,
    by: 'allowed',
    subject: zhang,
    countdown,
  }),
  'resolved-refused': live({
    kind: 'resolved',
    scanId,
    by: 'refused',
    countdown,
  }),
  'device-lost': liveWith({
    gate: { kind: 'device-lost', deviceId: 'scanner-1' },
    devices: [
      {
        id: 'scanner-1',
        kind: 'scanner',
        state: 'lost',
        failure: 'device.unplugged',
      },
      { id: 'thermometer-1', kind: 'thermometer', state: 'open' },
    ],
  }),
  'out-of-service': live({ kind: 'out-of-service', failure: 'store.full' }),
  warnings: liveWith({
    devices: [
      { id: 'scanner-1', kind: 'scanner', state: 'open' },
      {
        id: 'thermometer-1',
        kind: 'thermometer',
        state: 'lost',
        failure: 'device.unplugged',
      },
    ],
    freshness: { rung: 'banner', version: 41, ageMs: 30 * hourMs },
    clock: { atMs: Date.UTC(2026, 10, 22, 4, 3), state: 'doubtful' },
    unsent: 1340,
  }),
  'warning-expired': liveWith({
    gate: holdView(
      verdictOf('hold', 'expired-trust', {
        advice: ['update-data', 'register-by-hand'],
        subject: zhang,
      }),
      forUnknown,
    ),
    freshness: { rung: 'expired', version: 12, ageMs: 30 * 24 * hourMs },
  }),
  notice: liveWith({ gate: holdView(fever, forFever), notice: 'finish-first' }),
  demo: liveWith({
    profile: 'demo',
    state: 'demo',
    demo: {
      people: [
        { id: 'green', labelZh: '绿码，动态', labelEn: 'Green, live' },
        {
          id: 'paper',
          labelZh: '纸质码，老人',
          labelEn: 'Paper pass, elderly',
        },
        { id: 'yellow', labelZh: '黄码', labelEn: 'Yellow' },
        { id: 'red', labelZh: '红码', labelEn: 'Red' },
        { id: 'fever', labelZh: '绿码，发热', labelEn: 'Green, with a fever' },
        { id: 'expired', labelZh: '已过期', labelEn: 'Expired' },
        { id: 'forged', labelZh: '伪造签名', labelEn: 'Forged signature' },
        { id: 'payment', labelZh: '付款码', labelEn: 'A payment code' },
      ],
    },
  }),
  unconfigured: liveWith({
    state: 'unconfigured',
    devices: [],
    freshness: { rung: 'none' },
    unsent: 0,
    today: { admit: 0, hold: 0, deny: 0, none: 0 },
  }),
  revoked: liveWith({ state: 'revoked' }),
  connecting: { kind: 'connecting' },
  interrupted: {
    kind: 'interrupted',
    checkpoint: snapshotWith({}).checkpoint,
  },
  'other-version': { kind: 'other-version' },
  'turned-away': { kind: 'turned-away' },
};

/** What opens on a press: the state it starts from and the button, by its Chinese name. */
export const presses: Readonly<
  Record<string, { readonly state: string; readonly press: string }>
> = {
  'need-temperature-typing': {
    state: 'need-temperature-again',
    press: words.zh.screen['type-it'],
  },
  'hold-allow': { state: 'hold-fever', press: words.zh.resolutions.allow },
  'hold-refuse': { state: 'hold-fever', press: words.zh.resolutions.refuse },
  'hold-compare': {
    state: 'hold-yellow',
    press: words.zh.resolutions['id-compared'],
  },
  'warnings-all': { state: 'warnings', press: '另有' },
  'demo-panel': { state: 'demo', press: words.zh.screen['demo-panel'] },
};

/** The same screen with any other reason and every button there is, to see that its words fit. */
export function holdFor(code: ReasonCode): Link {
  return hold(
    verdictOf('hold', code, {
      others: ['status-unknown-list', 'temperature-implausible'],
      advice: ['keep-code-report'],
      subject: longName,
      badges,
      temperaturesDeci: [376, 374],
    }),
    {
      choices: ['id-compared', 'measure-again', 'allow', 'refuse'],
      allowReasons,
      refuseReasons,
    },
  );
}
