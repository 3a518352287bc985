import {
  decide,
  type Facts,
  type Reason,
  type ReasonCode,
  type Rules,
  type Verdict,
} from '#core/policy';
import type { TrustedTime } from '#core/trust';
import {
  at,
  authentic,
  dayMs,
  edge,
  factsOf,
  issuer,
  live,
  measuringRules,
  noonMs,
  noonSeconds,
  recognising,
  remembered,
  rules,
  single,
  taken,
  withPolicy,
} from './scenes.ts';

export interface Scene {
  readonly facts: Facts;
  readonly rules?: Rules | undefined;
  readonly now?: TrustedTime;
  /** Every reason in order; the deciding one first. */
  readonly reasons: readonly Reason[];
}

export const red = single({ colour: { code: '10', label: '红码' } });
export const yellow = single({ colour: { code: '01' } });

/** One scene for each reason a verdict can give. */
export const reasonScenes: Readonly<Record<ReasonCode, Scene>> = {
  'not-a-pass': {
    facts: factsOf({
      kind: 'unreadable',
      refusal: { reason: 'not-a-pass', looksLike: 'payment-code' },
    }),
    reasons: [{ code: 'not-a-pass', detail: 'payment-code' }],
  },
  malformed: {
    facts: factsOf({
      kind: 'unreadable',
      refusal: { reason: 'malformed', detail: 'base32-length' },
    }),
    reasons: [{ code: 'malformed', detail: 'base32-length' }],
  },
  'demo-pass': {
    facts: factsOf({ kind: 'demo-pass' }),
    reasons: [{ code: 'demo-pass' }],
  },
  'update-kiosk': {
    facts: factsOf({
      kind: 'unreadable',
      refusal: { reason: 'update-kiosk' },
    }),
    reasons: [{ code: 'update-kiosk' }],
  },
  'unknown-key': {
    facts: factsOf({ kind: 'unknown-key' }),
    reasons: [{ code: 'unknown-key' }],
  },
  'no-trust': {
    facts: factsOf({ kind: 'unknown-key' }),
    rules: undefined,
    reasons: [{ code: 'no-trust' }],
  },
  'stale-trust': {
    facts: factsOf(),
    rules: { ...rules, trustAsOfMs: noonMs - 8 * dayMs },
    reasons: [{ code: 'stale-trust' }],
  },
  'expired-trust': {
    facts: factsOf(),
    rules: { ...rules, trustAsOfMs: noonMs - 22 * dayMs },
    reasons: [{ code: 'expired-trust' }],
  },
  'doubtful-clock': {
    facts: factsOf(),
    now: at(noonMs, { state: 'doubtful' }),
    reasons: [{ code: 'doubtful-clock' }],
  },
  'clock-unknown': {
    facts: factsOf(),
    now: at(noonMs, { state: 'unknown' }),
    reasons: [{ code: 'clock-unknown' }],
  },
  'status-unknown-list': {
    facts: factsOf(authentic(single(), { status: ['status-unknown-list'] })),
    reasons: [{ code: 'status-unknown-list' }],
  },
  'unusable-pass': {
    facts: factsOf({
      kind: 'unusable',
      issuer,
      refusal: { reason: 'malformed', detail: 'claim-missing', where: '4' },
    }),
    reasons: [{ code: 'unusable-pass', detail: 'claim-missing' }],
  },
  'colour-unconfirmed': {
    facts: factsOf(authentic(single({ colour: { code: '77' } }))),
    reasons: [{ code: 'colour-unconfirmed', detail: 'not-in-map' }],
  },
  'out-of-scope': {
    facts: factsOf(
      authentic(single(), { outOfScope: ['kind', 'form', 'key-window'] }),
    ),
    reasons: [{ code: 'out-of-scope', detail: 'kind+form+key-window' }],
  },
  expired: {
    facts: factsOf(authentic(single(), { dates: ['expired'] })),
    reasons: [{ code: 'expired' }],
  },
  'not-yet': {
    facts: factsOf(authentic(single(), { dates: ['not-yet'] })),
    reasons: [{ code: 'not-yet' }],
  },
  'status-hold': {
    facts: factsOf(authentic(single(), { status: ['status-hold'] })),
    reasons: [{ code: 'status-hold' }],
  },
  'status-changed': {
    facts: factsOf(authentic(single(), { status: ['status-changed'] })),
    reasons: [{ code: 'status-changed' }],
  },
  'not-recognised': {
    facts: factsOf(),
    rules: recognising({}),
    reasons: [{ code: 'not-recognised', detail: 'no-edge' }],
  },
  'recognition-ended': {
    facts: factsOf(),
    rules: recognising({
      legacy: [{ issuer: issuer.id, until: noonSeconds - 60 }],
    }),
    reasons: [{ code: 'recognition-ended', detail: 'legacy' }],
  },
  arrival: {
    facts: factsOf(),
    rules: recognising({ edges: [edge({ colours: { green: 'hold' } })] }),
    reasons: [{ code: 'arrival', detail: 'green' }],
  },
  'colour-yellow': {
    facts: factsOf(authentic(yellow)),
    reasons: [{ code: 'colour-yellow' }],
  },
  'colour-held': {
    facts: factsOf(),
    rules: withPolicy({
      colours: { green: 'hold', yellow: 'hold', red: 'deny' },
    }),
    reasons: [{ code: 'colour-held', detail: 'green' }],
  },
  'check-id': {
    facts: factsOf(),
    rules: withPolicy({ presentation: 'live' }),
    reasons: [{ code: 'check-id', detail: 'not-live' }],
  },
  'stale-presentation': {
    facts: factsOf(live(single(), true)),
    reasons: [{ code: 'stale-presentation' }],
  },
  replay: {
    facts: factsOf(live(), { kind: 'not-taken' }, remembered('replay', 60_000)),
    reasons: [{ code: 'replay', detail: 'same-lane' }],
  },
  'seen-again': {
    facts: factsOf(
      authentic(),
      { kind: 'not-taken' },
      remembered('seen-again', 120_000, '2'),
    ),
    rules: withPolicy({ seenAgainWithinMs: 300_000 }),
    reasons: [{ code: 'seen-again', detail: 'other-lane' }],
  },
  'temperature-missing': {
    facts: factsOf(),
    rules: measuringRules,
    reasons: [{ code: 'temperature-missing' }],
  },
  'temperature-implausible': {
    facts: factsOf(authentic(), taken(3399)),
    rules: measuringRules,
    reasons: [{ code: 'temperature-implausible' }],
  },
  'temperature-unstable': {
    facts: factsOf(authentic(), {
      kind: 'gave-up',
      why: 'unstable',
      readings: [],
    }),
    rules: measuringRules,
    reasons: [{ code: 'temperature-unstable' }],
  },
  fever: {
    facts: factsOf(authentic(), taken(3730)),
    rules: measuringRules,
    reasons: [{ code: 'fever' }],
  },
  'fever-confirmed': {
    facts: factsOf(authentic(), taken(3730, 3790)),
    rules: measuringRules,
    reasons: [{ code: 'fever-confirmed' }],
  },
  counterfeit: {
    facts: factsOf({ kind: 'counterfeit', detail: 'bad-signature' }),
    reasons: [{ code: 'counterfeit', detail: 'bad-signature' }],
  },
  'killed-key': {
    facts: factsOf({ kind: 'killed-key' }),
    reasons: [{ code: 'killed-key' }],
  },
  'status-revoked': {
    facts: factsOf(authentic(single(), { status: ['status-revoked'] })),
    reasons: [{ code: 'status-revoked' }],
  },
  'colour-red': {
    facts: factsOf(authentic(red)),
    reasons: [{ code: 'colour-red' }],
  },
  'colour-denied': {
    facts: factsOf(authentic(yellow)),
    rules: withPolicy({
      colours: { green: 'admit', yellow: 'deny', red: 'deny' },
    }),
    reasons: [{ code: 'colour-denied', detail: 'yellow' }],
  },
  'colour-green': { facts: factsOf(), reasons: [{ code: 'colour-green' }] },
};

/** The verdict at noon under rules by which green passes freely, unless the scene says otherwise. */
export function judge(scene: Omit<Scene, 'reasons'>): Verdict {
  const goBy = 'rules' in scene ? scene.rules : rules;
  return decide(scene.facts, goBy, scene.now ?? at());
}

/** The codes of the verdict, in order. */
export function codes(scene: Omit<Scene, 'reasons'>): readonly ReasonCode[] {
  return judge(scene).reasons.map(({ code }) => code);
}
