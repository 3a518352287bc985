import { describe, expect, it } from 'vitest';
import {
  decide,
  reasonOutcomes,
  type Facts,
  type Reason,
  type ReasonCode,
  type Rules,
} from '#core/policy';
import type { CheckedPass, TrustedTime } from '#core/trust';
import {
  at,
  authentic,
  dayMs,
  factsOf,
  health,
  hourMs,
  household,
  issuer,
  measuringRules,
  noonMs,
  paper,
  reading,
  rules,
  single,
  taken,
  withPolicy,
} from './scenes.ts';

interface Scene {
  readonly facts: Facts;
  readonly rules?: Rules | undefined;
  readonly now?: TrustedTime;
  /** Every reason in order; the key of the table is the first unless `among` says otherwise. */
  readonly reasons: readonly Reason[];
}

const red = single({ colour: { code: '10', label: '红码' } });
const yellow = single({ colour: { code: '01' } });

/** One scene for each reason a verdict can give. */
const scenes: Readonly<Record<ReasonCode, Scene>> = {
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
    rules: { ...rules, trustSignedAtMs: noonMs - 8 * dayMs },
    reasons: [{ code: 'stale-trust' }],
  },
  'expired-trust': {
    facts: factsOf(),
    rules: { ...rules, trustSignedAtMs: noonMs - 22 * dayMs },
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

function judge(scene: Omit<Scene, 'reasons'>) {
  const goBy = 'rules' in scene ? scene.rules : rules;
  return decide(scene.facts, goBy, scene.now ?? at());
}

function codes(scene: Omit<Scene, 'reasons'>): readonly ReasonCode[] {
  return judge(scene).reasons.map(({ code }) => code);
}

const table = Object.entries(scenes).map(([code, scene]) => ({
  code,
  ...scene,
}));

describe('decide', () => {
  it('reaches every reason there is', () => {
    const reached = table.flatMap((scene) => codes(scene));
    expect(new Set(reached)).toEqual(new Set(Object.keys(reasonOutcomes)));
  });

  it.each(table)(
    'gives $code with the outcome it asks for',
    ({ reasons, ...scene }) => {
      const verdict = judge(scene);
      expect(verdict.reasons).toEqual(reasons);
      expect(verdict.outcome).toBe(reasonOutcomes[verdict.reasons[0].code]);
    },
  );
});

describe('authenticity comes first', () => {
  const unproven = table.filter(
    ({ facts }) => facts.checked.kind !== 'authentic',
  );

  it.each(unproven)('shows nothing of a pass with $code', (scene) => {
    const verdict = judge(scene);
    expect(verdict).not.toHaveProperty('subject');
    expect(verdict.badges).toEqual([]);
    expect(verdict.reasons).toHaveLength(1);
  });

  it.each(unproven)('says only $code, however little is known', (scene) => {
    const worst = {
      ...scene,
      now: at(noonMs + 60 * dayMs, { state: 'unknown' }),
    };
    expect(codes(worst)).toEqual(codes(scene));
  });

  it('asks for an update when a signed pass is of a later version', () => {
    const refusal = { reason: 'update-kiosk' } as const;
    const facts = factsOf({ kind: 'unusable', issuer, refusal });
    expect(codes({ facts })).toEqual(['update-kiosk']);
  });

  it.each<[string, CheckedPass]>([
    ['what is not a pass', scenes['not-a-pass'].facts.checked],
    ['a demo pass', { kind: 'demo-pass' }],
  ])('stays neutral on %s without a trust list', (_name, checked) => {
    expect(judge({ facts: factsOf(checked), rules: undefined }).outcome).toBe(
      'none',
    );
  });
});

describe('every reason is collected', () => {
  it('puts what denies before what holds, and both before nothing', () => {
    const facts = factsOf(
      authentic(red, {
        dates: ['expired'],
        outOfScope: ['form'],
        status: ['status-revoked'],
      }),
      taken(3800),
    );
    const worst: Rules = {
      ...measuringRules,
      trustSignedAtMs: noonMs - 30 * dayMs,
      policy: { ...measuringRules.policy, presentation: 'live' },
    };
    const now = at(noonMs, { state: 'doubtful' });
    expect(codes({ facts, rules: worst, now })).toEqual([
      'status-revoked',
      'colour-red',
      'fever',
      'expired',
      'out-of-scope',
      'doubtful-clock',
      'expired-trust',
      'check-id',
    ]);
  });

  it('says one thing once, however often it was found', () => {
    const facts = factsOf(authentic(single(), { dates: ['doubtful-clock'] }));
    const now = at(noonMs, { state: 'doubtful' });
    expect(codes({ facts, now })).toEqual(['doubtful-clock']);
  });

  it('admits a green pass only when nothing at all stands against it', () => {
    const verdict = judge({ facts: factsOf() });
    expect(verdict.outcome).toBe('admit');
    expect(verdict.reasons).toEqual([{ code: 'colour-green' }]);
    expect(verdict.advice).toEqual([]);
  });

  it('does not ask whoever is refused to be measured', () => {
    expect(
      codes({ facts: factsOf(authentic(red)), rules: measuringRules }),
    ).toEqual(['colour-red']);
  });

  it('names a missing temperature beside what else holds', () => {
    expect(
      codes({ facts: factsOf(authentic(yellow)), rules: measuringRules }),
    ).toEqual(['colour-yellow', 'temperature-missing']);
  });
});

describe('colours', () => {
  it('never lets a policy widen what a colour means', () => {
    const colours = { green: 'admit', yellow: 'admit', red: 'admit' } as const;
    const generous = withPolicy({ colours });
    expect(codes({ facts: factsOf(authentic(red)), rules: generous })).toEqual([
      'colour-red',
    ]);
    expect(
      codes({ facts: factsOf(authentic(yellow)), rules: generous }),
    ).toEqual(['colour-yellow']);
  });

  it('denies a green pass where the policy does', () => {
    const colours = { green: 'deny', yellow: 'deny', red: 'deny' } as const;
    const verdict = judge({ facts: factsOf(), rules: withPolicy({ colours }) });
    expect(verdict.outcome).toBe('deny');
    expect(verdict.reasons).toEqual([
      { code: 'colour-denied', detail: 'green' },
    ]);
  });

  it('takes no colour code for one of the map that the issuer did not write there', () => {
    const colour = { code: 'toString' };
    expect(codes({ facts: factsOf(authentic(single({ colour }))) })).toEqual([
      'colour-unconfirmed',
    ]);
  });

  it('is never green without a colour', () => {
    const { colour: _colour, ...colourless } = single().health;
    const pass = { ...single(), health: colourless };
    expect(judge({ facts: factsOf(authentic(pass)) }).reasons).toEqual([
      { code: 'colour-unconfirmed', detail: 'absent' },
    ]);
  });
});

describe('paper', () => {
  it('names a person, so the ID is compared and no colour is asked', () => {
    const verdict = judge({ facts: factsOf(authentic(paper())) });
    expect(verdict.outcome).toBe('hold');
    expect(verdict.reasons).toEqual([{ code: 'check-id', detail: 'paper' }]);
    expect(verdict.badges).toEqual([]);
  });

  it('is refused when the status of that person is revoked', () => {
    const checked = authentic(paper(), { status: ['status-revoked'] });
    expect(codes({ facts: factsOf(checked) })).toEqual([
      'status-revoked',
      'check-id',
    ]);
  });

  it('answers for a colour it should not carry', () => {
    const checked = authentic(paper({ colour: { code: '10' } }));
    expect(codes({ facts: factsOf(checked) })).toEqual([
      'colour-red',
      'check-id',
    ]);
  });
});

describe('households', () => {
  it('admits when every member is green', () => {
    const pass = household([health(), health()]);
    expect(judge({ facts: factsOf(authentic(pass)) }).outcome).toBe('admit');
  });

  it('goes by the strictest member and gives the reasons of all', () => {
    const pass = household([
      health(),
      health({ colour: { code: '10' } }),
      health({ colour: { code: '01' } }),
    ]);
    const checked = authentic(pass, {
      status: ['normal', 'normal', 'status-hold'],
    });
    const verdict = judge({ facts: factsOf(checked) });
    expect(verdict.outcome).toBe('deny');
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'colour-red',
      'status-hold',
      'colour-yellow',
    ]);
  });

  it('holds when a member’s status was not looked up', () => {
    const pass = household([health(), health()]);
    const checked = authentic(pass, { status: ['normal'] });
    expect(codes({ facts: factsOf(checked) })).toEqual(['status-unknown-list']);
  });
});

describe('the age of the trust list', () => {
  const { bannerMs, holdMs } = rules.policy.freshness;
  /** The oldest it may be: the upper end of the clock is half a second ahead. */
  const agedMs = (oldestMs: number): Rules => ({
    ...rules,
    trustSignedAtMs: at().upperMs - oldestMs,
  });

  it.each([
    ['admits at the end of the banner', bannerMs, 'colour-green'],
    ['holds a millisecond later', bannerMs + 1, 'stale-trust'],
    ['still holds at the end of the hold', holdMs, 'stale-trust'],
    ['cannot decide a millisecond later', holdMs + 1, 'expired-trust'],
  ])('%s', (_rule, ageMs, expected) => {
    expect(codes({ facts: factsOf(), rules: agedMs(ageMs) })).toEqual([
      expected,
    ]);
  });

  it.each(['counterfeit', 'status-revoked', 'colour-red'] as const)(
    'does not soften %s',
    (code) => {
      const scene = { ...scenes[code], rules: agedMs(400 * dayMs) };
      expect(judge(scene).outcome).toBe('deny');
    },
  );

  it('holds a genuine pass while there is no trust list, and still refuses a red one', () => {
    const none = { facts: factsOf(), rules: undefined };
    expect(codes(none)).toEqual(['no-trust']);
    const redNone = { facts: factsOf(authentic(red)), rules: undefined };
    expect(codes(redNone)).toEqual(['colour-red', 'no-trust']);
    expect(judge(redNone).advice).toEqual([
      'separate-and-report',
      'update-data',
      'register-by-hand',
    ]);
  });
});

describe('time', () => {
  it('decides everything while the clock only drifts', () => {
    const now = at(noonMs, { state: 'drifting' });
    expect(judge({ facts: factsOf(), now }).outcome).toBe('admit');
  });

  it('holds a pass whose window closed while its scan was open', () => {
    const closesMs = single().expiresAt * 1000;
    const facts = factsOf();
    const whenMs = (lowerMs: number, upperMs: number): TrustedTime =>
      at(lowerMs, { lowerMs, upperMs });
    const old = { ...rules, trustSignedAtMs: closesMs - hourMs };
    const scene = { facts, rules: old };
    expect(
      codes({ ...scene, now: whenMs(closesMs - 2, closesMs - 1) }),
    ).toEqual(['colour-green']);
    expect(codes({ ...scene, now: whenMs(closesMs - 1, closesMs) })).toEqual([
      'doubtful-clock',
    ]);
    expect(codes({ ...scene, now: whenMs(closesMs, closesMs) })).toEqual([
      'expired',
    ]);
  });
});

describe('temperature', () => {
  const measured = (facts: Facts) => codes({ facts, rules: measuringRules });

  it.each([
    ['37.29 °C admits', taken(3729), 'colour-green'],
    ['37.30 °C is a fever', taken(3730), 'fever'],
    ['33.99 °C says nothing', taken(3399), 'temperature-implausible'],
    ['34.00 °C is believed', taken(3400), 'colour-green'],
    ['43.00 °C is believed', taken(4300), 'fever'],
    ['43.01 °C says nothing', taken(4301), 'temperature-implausible'],
    ['a normal second measurement admits', taken(3750, 3660), 'colour-green'],
    ['an odd first one does not count', taken(3200, 3660), 'colour-green'],
    [
      'a third cannot undo two fevers',
      taken(3750, 3760, 3650),
      'fever-confirmed',
    ],
    ['two fevers may lie apart', taken(3750, 3200, 3750), 'fever-confirmed'],
  ])('%s', (_rule, temperature, expected) => {
    expect(measured(factsOf(authentic(), temperature))).toEqual([expected]);
  });

  it('does not forget a fever when the next reading says nothing', () => {
    expect(measured(factsOf(authentic(), taken(3750, 3300)))).toEqual([
      'fever',
      'temperature-implausible',
    ]);
  });

  it.each([
    ['timeout', 'temperature-missing', 'timeout'],
    ['dismissed', 'temperature-missing', 'dismissed'],
    ['unstable', 'temperature-unstable', undefined],
  ] as const)('holds when measuring ended by %s', (why, code, detail) => {
    const facts = factsOf(authentic(), { kind: 'gave-up', why, readings: [] });
    const verdict = judge({ facts, rules: measuringRules });
    expect(verdict.reasons).toEqual([
      detail === undefined ? { code } : { code, detail },
    ]);
  });

  it('keeps what was measured before it gave up', () => {
    const readings = [reading(3750), reading(3000)];
    const gaveUp = { kind: 'gave-up', why: 'timeout', readings } as const;
    expect(measured(factsOf(authentic(), gaveUp))).toEqual([
      'fever',
      'temperature-missing',
      'temperature-implausible',
    ]);
  });

  it('is not looked at where the policy takes none', () => {
    expect(codes({ facts: factsOf(authentic(), taken(3990, 3990)) })).toEqual([
      'colour-green',
    ]);
  });
});

describe('what a verdict rests on', () => {
  it('carries the versions, the age and the state of the clock', () => {
    expect(judge({ facts: factsOf() }).basis).toEqual({
      policyVersion: 7,
      trustVersion: 12,
      trustAgeMs: hourMs,
      timeState: 'trusted',
    });
  });

  it('carries zeros before the first bundle and never a negative age', () => {
    expect(judge({ facts: factsOf(), rules: undefined }).basis).toEqual({
      policyVersion: 0,
      trustVersion: 0,
      trustAgeMs: 0,
      timeState: 'trusted',
    });
    const ahead = { ...rules, trustSignedAtMs: noonMs + hourMs };
    expect(judge({ facts: factsOf(), rules: ahead }).basis.trustAgeMs).toBe(0);
  });

  it.each([
    ['the window of the pass', rules, single(), single().expiresAt * 1000],
    [
      'the next rung of the trust list',
      { ...rules, trustSignedAtMs: noonMs - 7 * dayMs + hourMs },
      single(),
      noonMs + hourMs,
    ],
    [
      'the end of the hold',
      { ...rules, trustSignedAtMs: noonMs - 21 * dayMs + hourMs },
      single(),
      noonMs + hourMs,
    ],
    [
      'the start of a pass that is not yet valid',
      rules,
      single({}, { notBefore: noonMs / 1000 + 60 }),
      noonMs + 60_000,
    ],
    [
      'the end of the test badge',
      rules,
      single({
        test: {
          kind: 'nucleic-acid',
          result: 'negative',
          sampledAt: noonMs / 1000 - 47 * 3600,
        },
      }),
      noonMs + hourMs,
    ],
  ] as const)('lasts until %s', (_what, goBy, pass, expected) => {
    const verdict = judge({ facts: factsOf(authentic(pass)), rules: goBy });
    expect(verdict.expiresAtMs).toBe(expected);
  });

  it('does not last where nothing is known to change it', () => {
    const scene = { facts: factsOf({ kind: 'unknown-key' }), rules: undefined };
    expect(judge(scene).expiresAtMs).toBe(noonMs);
  });
});
