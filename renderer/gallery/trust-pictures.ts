import {
  words,
  type Freshness,
  type ImportResult,
  type JobState,
  type Session,
  type Snapshot,
  type TrustVersions,
  type TrustView,
} from '#kiosk/contract';
import { pressing, type Handled } from './hands.ts';
import type { Consequence, Scene } from './scene.ts';
import { freshnessAt, snapshotWith } from './snapshot.ts';
import {
  fewIssuers,
  manyIssuers,
  nowMs,
  root,
  trustView,
} from './trust-view.ts';

const { screen } = words.zh.trust;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const supervisor: Session = {
  kind: 'staff',
  staffId: '019ab000-0000-7000-8000-0000000000a1',
  name: '王敏',
  role: 'supervisor',
  idleLeftMs: 283_000,
  totalLeftMs: 6_240_000,
};

const held: TrustVersions = {
  root: 1,
  trust: { version: 40, asOfMs: nowMs - 9 * dayMs },
  policy: { version: 11, asOfMs: nowMs - 40 * dayMs },
  status: { asOfMs: nowMs - 9 * dayMs },
};

const newer: TrustVersions = {
  root: 2,
  trust: { version: 41, asOfMs: nowMs - 3 * hourMs },
  policy: { version: 12, asOfMs: nowMs - 3 * dayMs },
  status: { asOfMs: nowMs - 3 * hourMs },
};

const replaced: ImportResult = {
  kind: 'replaced',
  before: held,
  after: newer,
  changes: [
    { what: 'root', from: 1, to: 2 },
    { what: 'policy', from: 11, to: 12 },
    { what: 'issuer-added', nameZh: '广西壮族自治区', nameEn: 'Guangxi' },
    {
      what: 'keys',
      nameZh: '新疆生产建设兵团',
      nameEn: 'Xinjiang Production and Construction Corps',
      added: 1,
      removed: 0,
    },
    { what: 'revoked', nameZh: '辽宁省', nameEn: 'Liaoning', entries: 12 },
    { what: 'status', nameZh: '辽宁省', nameEn: 'Liaoning', entries: 1192 },
    {
      what: 'killed-keys',
      issuer: { nameZh: '广西壮族自治区', nameEn: 'Guangxi' },
      count: 1,
    },
  ],
};

const fresh = trustView(3 * hourMs, 'normal', fewIssuers);

/** What a kiosk believes, and what comes of what is done about it. */
export const trustScenes: Readonly<Record<string, Scene>> = {
  trust: sceneOf('normal', 3 * hourMs, fresh),
  'trust-banner': sceneOf(
    'banner',
    4 * dayMs,
    trustView(4 * dayMs, 'banner', fewIssuers),
  ),
  'trust-hold': sceneOf(
    'hold',
    10 * dayMs,
    trustView(10 * dayMs, 'hold', fewIssuers),
  ),
  'trust-expired': sceneOf(
    'expired',
    30 * dayMs,
    trustView(30 * dayMs, 'expired', fewIssuers),
    { clock: { atMs: nowMs, state: 'doubtful' } },
  ),
  'trust-none': {
    link: live({
      freshness: { rung: 'none' },
      clock: { atMs: nowMs, state: 'unknown' },
    }),
    answers: { trust: { root } },
  },
  'trust-country': sceneOf(
    'normal',
    3 * hourMs,
    trustView(3 * hourMs, 'normal', manyIssuers),
    { session: supervisor },
  ),
  'trust-at-hold': sceneOf('hold', 10 * dayMs, fresh, {
    session: supervisor,
    gate: {
      kind: 'not-a-pass',
      scanId: '019ab000-0000-7000-8000-000000000001',
      verdict: {
        outcome: 'none',
        reasons: [{ code: 'not-a-pass' }],
        advice: ['show-pass'],
        badges: [],
        members: [],
        temperaturesDeci: [],
      },
      countdown: { leftMs: 620_000, wholeMs: 1_000_000 },
    },
  }),
  importing: importing({ kind: 'running', done: 37, of: 100 }),
  'imported-nothing-found': {
    ...importing({ kind: 'running', done: 0, of: 1 }),
    answers: { trust: fresh, 'bundle-places': [] },
  },
  imported: importing({ kind: 'done', result: replaced }),
  'imported-newer': importing({
    kind: 'done',
    result: { ...replaced, before: newer, changes: [] },
  }),
  'imported-first': importing({
    kind: 'done',
    result: {
      kind: 'replaced',
      after: newer,
      changes: replaced.changes.slice(2, 3),
    },
  }),
  'imported-same': importing({
    kind: 'done',
    result: { kind: 'unchanged', held: newer },
  }),
  'import-refused': importing({
    kind: 'done',
    result: {
      kind: 'refused',
      refusal: { code: 'bundle-rollback', where: 'targets' },
      held: newer,
    },
  }),
  'import-unreadable': importing({
    kind: 'done',
    result: { kind: 'unreadable', fault: 'changed' },
  }),
  'import-failed': importing({ kind: 'failed', failure: 'job.crashed' }),
  'token-confirmed': tokenScene({
    changes: { freshness: freshnessAt('normal', 4 * 60_000) },
  }),
  'token-refused': tokenScene({ error: 'token.other-bundle' }),
  'clock-refused': {
    ...sceneOf('hold', 10 * dayMs, trustView(10 * dayMs, 'hold', fewIssuers), {
      session: supervisor,
      clock: {
        atMs: nowMs,
        state: 'doubtful',
        settable: {
          fromMs: nowMs - 2 * hourMs,
          untilMs: nowMs - 2 * hourMs + 7 * dayMs,
        },
      },
    }),
    upon: { 'set-clock': { error: 'clock.outside' } },
  },
};

const atTrust = pressing(screen['to-trust']);
const atImport = [...atTrust, { press: screen.import, in: 'main' } as const];
const imported = [
  ...atImport,
  ...pressing(screen.next),
  { press: screen['start-import'], in: 'dialog' } as const,
];
const atToken = [...atTrust, ...pressing(screen.token)];
const atClock = [
  ...atTrust,
  { press: screen['set-clock'], in: 'main' } as const,
];

/** What is drawn of them. */
export const trustPictures: Readonly<Record<string, Handled>> = {
  trust: { state: 'trust', deeds: atTrust },
  'trust-banner': { state: 'trust-banner', deeds: atTrust },
  'trust-hold': { state: 'trust-hold', deeds: atTrust },
  'trust-expired': { state: 'trust-expired', deeds: atTrust },
  'trust-none': { state: 'trust-none', deeds: atTrust },
  'trust-country': { state: 'trust-country', deeds: atTrust },
  'trust-at-hold': { state: 'trust-at-hold', deeds: atTrust },
  'trust-who-may': { state: 'trust', deeds: atImport },
  'import-choose': { state: 'importing', deeds: atImport },
  'import-nothing-found': { state: 'imported-nothing-found', deeds: atImport },
  'import-confirm': {
    state: 'importing',
    deeds: [...atImport, ...pressing(screen.next)],
  },
  importing: { state: 'importing', deeds: imported },
  imported: { state: 'imported', deeds: imported },
  'imported-newer': { state: 'imported-newer', deeds: imported },
  'imported-first': { state: 'imported-first', deeds: imported },
  'imported-same': { state: 'imported-same', deeds: imported },
  'import-refused': { state: 'import-refused', deeds: imported },
  'import-unreadable': { state: 'import-unreadable', deeds: imported },
  'import-failed': { state: 'import-failed', deeds: imported },
  'token-waiting': { state: 'trust', deeds: atToken },
  'token-confirmed': { state: 'token-confirmed', deeds: atToken },
  'token-refused': { state: 'token-refused', deeds: atToken },
  'set-clock': { state: 'clock-refused', deeds: atClock },
  'set-clock-refused': {
    state: 'clock-refused',
    deeds: [
      ...atClock,
      { fill: screen.date, text: '2026-11-03' },
      { fill: screen.time, text: '09:30' },
      { press: screen['set-clock'], in: 'dialog' },
    ],
  },
};

function sceneOf(
  rung: Exclude<Freshness['rung'], 'none'>,
  ageMs: number,
  view: TrustView,
  differing: Partial<Snapshot> = {},
): Scene {
  return {
    link: live({ freshness: freshnessAt(rung, ageMs), ...differing }),
    answers: { trust: view },
  };
}

function importing(state: JobState<ImportResult>): Scene {
  return {
    ...sceneOf('hold', 9 * dayMs, fresh, { session: supervisor }),
    upon: {
      'import-bundle': {
        changes: {
          jobs: [
            {
              id: '019ab000-0000-7000-8000-0000000000e2',
              kind: 'import-bundle',
              state,
            },
          ],
        },
      },
    },
  };
}

/** A token is before the scanner at once. */
function tokenScene(consequence: Consequence): Scene {
  return {
    ...sceneOf('banner', 4 * dayMs, trustView(4 * dayMs, 'banner', fewIssuers)),
    upon: {
      'await-read': {
        changes: { read: { what: 'freshness-token', text: 'HT1ABCDEF' } },
      },
      'confirm-freshness': consequence,
    },
  };
}

function live(differing: Partial<Snapshot>): Scene['link'] {
  return { kind: 'live', snapshot: snapshotWith(differing), atMs: 0 };
}
