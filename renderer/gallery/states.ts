import {
  allowReasons,
  refuseReasons,
  words,
  type ReasonCode,
} from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { arrivalStates } from './arrivals.ts';
import { pressing, type Handled } from './hands.ts';
import { householdStates } from './households.ts';
import {
  forFever,
  forUnknown,
  hold,
  holdView,
  live,
  liveWith,
} from './links.ts';
import { shownBeforeStates } from './shown-before.ts';
import { freshnessAt, snapshotWith } from './snapshot.ts';
import {
  badges,
  countdown,
  longName,
  scanId,
  verdictOf,
  zhang,
} from './verdicts.ts';

const hourMs = 3_600_000;

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
  ...householdStates,
  ...shownBeforeStates,
  ...arrivalStates,
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
  'deny-killed-key': live({
    kind: 'deny',
    scanId,
    countdown,
    verdict: verdictOf('deny', 'killed-key', {
      advice: ['renew-pass', 'keep-code-report', 'call-hotline'],
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
    freshness: freshnessAt('banner', 30 * hourMs),
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
    freshness: freshnessAt('expired', 30 * 24 * hourMs),
  }),
  'warning-banner': liveWith({
    freshness: freshnessAt('banner', 4 * 24 * hourMs),
  }),
  'warning-hold': liveWith({
    freshness: freshnessAt('hold', 10 * 24 * hourMs),
  }),
  'warning-none': liveWith({ freshness: { rung: 'none' } }),
  'warning-clock-unknown': liveWith({
    clock: { atMs: Date.UTC(2026, 10, 22, 4, 3), state: 'unknown' },
  }),
  notice: liveWith({ gate: holdView(fever, forFever), notice: 'finish-first' }),
  demo: liveWith({
    profile: 'demo',
    state: 'demo',
    demo: {
      supervisorPin: '86421357',
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
  'bar-full': liveWith({
    profile: 'demo',
    state: 'demo',
    clock: { atMs: Date.UTC(2026, 10, 22, 4, 3), state: 'doubtful' },
    shift: {
      staffId: '019ab000-0000-7000-8000-0000000000a5',
      name: '阿依古丽·买买提',
      sinceMs: Date.UTC(2026, 10, 22, 0, 0),
    },
    // Two hours less a minute is the longest an age is written.
    freshness: {
      ...freshnessAt('normal', 119 * 60_000),
      policy: { version: 12, ageMs: 119 * 60_000 },
    },
    unsent: 128_400,
    today: { admit: 12_040, hold: 370, deny: 21, none: 580 },
    demo: { people: [], supervisorPin: '73519046' },
  }),
  connecting: { kind: 'connecting' },
  interrupted: {
    kind: 'interrupted',
    checkpoint: snapshotWith({}).checkpoint,
  },
  'other-version': { kind: 'other-version' },
  'turned-away': { kind: 'turned-away' },
};

/** What opens on a press. */
export const pressed: Readonly<Record<string, Handled>> = {
  'need-temperature-typing': {
    state: 'need-temperature-again',
    deeds: pressing(words.zh.screen['type-it']),
  },
  'hold-allow': {
    state: 'hold-fever',
    deeds: pressing(words.zh.resolutions.allow),
  },
  'hold-refuse': {
    state: 'hold-fever',
    deeds: pressing(words.zh.resolutions.refuse),
  },
  'hold-compare': {
    state: 'hold-yellow',
    deeds: pressing(words.zh.resolutions['id-compared']),
  },
  'hold-household-compare': {
    state: 'hold-household',
    deeds: pressing(words.zh.resolutions['id-compared']),
  },
  'warnings-all': { state: 'warnings', deeds: pressing('另有') },
  'demo-panel': {
    state: 'demo',
    deeds: pressing(words.zh.screen['demo-panel']),
  },
  'display-menu': {
    state: 'idle',
    deeds: pressing(words.zh.display.screen.menu),
  },
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
