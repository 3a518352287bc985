import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decide,
  reasonOutcomes,
  wantsTemperature,
  withReading,
  type Facts,
  type Outcome,
  type PassHistory,
  type Rules,
  type TemperatureFacts,
} from '#core/policy';
import type {
  AuthenticPass,
  CheckedPass,
  Recognition,
  TrustedTime,
} from '#core/trust';
import {
  at,
  authentic,
  dayMs,
  factsOf,
  health,
  household,
  issuer,
  noonMs,
  noonSeconds,
  paper,
  reading,
  rules,
  single,
} from './scenes.ts';

const rank: Readonly<Record<Outcome, number>> = {
  admit: 0,
  none: 1,
  hold: 2,
  deny: 3,
};

const code = fc.constantFrom('00', '01', '10', '77');

const pass = fc.oneof(
  code.map((colour) => single({ colour: { code: colour } })),
  fc.constant(paper()),
  fc
    .array(code, { minLength: 2, maxLength: 6 })
    .map((codes) =>
      household(codes.map((colour) => health({ colour: { code: colour } }))),
    ),
);

const status = fc.constantFrom(
  'normal',
  'status-hold',
  'status-revoked',
  'status-changed',
  'status-unknown-list',
);

const findings: fc.Arbitrary<Partial<AuthenticPass>> = fc.record({
  outOfScope: fc.subarray(['kind', 'form', 'key-window'] as const),
  showing: fc.constantFrom<AuthenticPass['showing']>(
    { kind: 'still' },
    { kind: 'live', nonce: new Uint8Array(8), isStale: false },
    { kind: 'live', nonce: new Uint8Array(8), isStale: true },
  ),
  dates: fc.subarray(['expired', 'not-yet', 'doubtful-clock'] as const),
  status: fc.array(status, { minLength: 6, maxLength: 6 }),
});

const checked: fc.Arbitrary<CheckedPass> = fc.oneof(
  { weight: 6, arbitrary: pass.map((of) => authentic(of)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(pass, findings)
      .map(([of, found]) => authentic(of, found)),
  },
  fc.constantFrom<CheckedPass>(
    { kind: 'unknown-key' },
    { kind: 'demo-pass' },
    { kind: 'counterfeit', detail: 'small-order' },
    { kind: 'unreadable', refusal: { reason: 'update-kiosk' } },
  ),
);

const readings = fc.array(fc.integer({ min: 3300, max: 4400 }).map(reading), {
  minLength: 1,
  maxLength: 4,
});

const temperature: fc.Arbitrary<TemperatureFacts> = fc.oneof(
  fc.constant({ kind: 'not-taken' } as const),
  readings.map((all): TemperatureFacts => ({
    kind: 'gave-up',
    why: 'timeout',
    readings: all,
  })),
  fc
    .tuple(fc.integer({ min: 3300, max: 4400 }).map(reading), readings)
    .map(([first, later]): TemperatureFacts => ({
      kind: 'taken',
      readings: [first, ...later],
    })),
);

const history: fc.Arbitrary<PassHistory> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<PassHistory>({ kind: 'new' }) },
  fc.record({
    kind: fc.constantFrom('seen-again', 'replay'),
    atMs: fc
      .constantFrom(-5_000, 60_000, 300_500, 300_501, 3_600_000)
      .map((agoMs) => noonMs - agoMs),
    lane: fc.constantFrom('1', '2'),
  }),
);

const facts: fc.Arbitrary<Facts> = fc.record({
  checked,
  history,
  temperature,
});

const asked = fc.constantFrom('admit', 'hold', 'deny');

const elsewhere: fc.Arbitrary<Recognition['edges'][number]> = fc.record(
  {
    issuer: fc.constantFrom(issuer.id, 'CN-42'),
    kind: fc.constantFrom('direct', 'mutual', 'converted'),
    from: fc.constantFrom(0, noonSeconds, noonSeconds + 60),
    until: fc.constantFrom(noonSeconds - 60, noonSeconds, noonSeconds + 60),
    colours: fc.record(
      {
        green: fc.constantFrom('hold', 'deny'),
        yellow: fc.constant('deny'),
      },
      { requiredKeys: [] },
    ),
    temperature: fc.constantFrom('unconditional', 'as-here'),
  },
  { requiredKeys: ['issuer', 'kind', 'from', 'temperature'] },
);

const recognition: fc.Arbitrary<Recognition> = fc.record({
  home: fc.record({
    issuers: fc.constantFrom(['CN-37'], [issuer.id]),
    temperature: fc.constantFrom('unconditional', 'as-here'),
  }),
  edges: fc.array(elsewhere, { maxLength: 3 }),
  legacy: fc.array(
    fc.record({
      issuer: fc.constant(issuer.id),
      until: fc.constantFrom(noonSeconds - 60, noonSeconds + 60),
    }),
    { maxLength: 1 },
  ),
  conversions: fc.constantFrom('as-issued', 'by-edge'),
});

const someRules: fc.Arbitrary<Rules | undefined> = fc.option(
  fc
    .record({
      colours: fc.record({ green: asked, yellow: asked, red: asked }),
      presentation: fc.constantFrom('any', 'live'),
      seenAgainWithinMs: fc.constantFrom(0, 300_000),
      ageDays: fc.integer({ min: 0, max: 30 }),
      isMeasuring: fc.boolean(),
      recognised: fc.option(recognition, { nil: undefined }),
    })
    .map(({ ageDays, isMeasuring, recognised, ...asked }): Rules => ({
      ...rules,
      trustAsOfMs: noonMs - ageDays * dayMs,
      policy: {
        ...rules.policy,
        ...asked,
        ...(recognised !== undefined && { recognition: recognised }),
        ...(isMeasuring && {
          temperature: {
            feverAtCenti: 3730,
            implausibleBelowCenti: 3400,
            implausibleAboveCenti: 4300,
          },
        }),
      },
    })),
  { nil: undefined, freq: 10 },
);

const now: fc.Arbitrary<TrustedTime> = fc
  .constantFrom('trusted', 'drifting', 'doubtful', 'unknown')
  .map((state) => at(noonMs, { state }));

/** How a scene gets worse: each of these can only add a reason. */
const worsenings: readonly ((found: AuthenticPass) => AuthenticPass)[] = [
  (found) => ({ ...found, dates: [...found.dates, 'expired'] }),
  (found) => ({ ...found, outOfScope: [...found.outOfScope, 'form'] }),
  (found) => ({
    ...found,
    showing: { kind: 'live', nonce: new Uint8Array(8), isStale: true },
  }),
  (found) => ({
    ...found,
    status: ['status-revoked', ...found.status.slice(1)],
  }),
];

describe('decide, whatever comes', () => {
  it('gives the outcome of its strictest reason, that one first', () => {
    fc.assert(
      fc.property(facts, someRules, now, (what, goBy, when) => {
        const verdict = decide(what, goBy, when);
        const ranks = verdict.reasons.map(
          (reason) => rank[reasonOutcomes[reason.code]],
        );
        expect(rank[verdict.outcome]).toBe(Math.max(...ranks));
        expect(ranks[0]).toBe(rank[verdict.outcome]);
        const codes = verdict.reasons.map((reason) => reason.code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('admits for no other reason than green, and only under rules', () => {
    fc.assert(
      fc.property(facts, someRules, now, (what, goBy, when) => {
        const verdict = decide(what, goBy, when);
        const isAdmit = verdict.outcome === 'admit';
        const isGreen = verdict.reasons.some(
          (reason) => reason.code === 'colour-green',
        );
        expect(isAdmit).toBe(isGreen);
        if (isAdmit) {
          expect(verdict.reasons).toHaveLength(1);
          expect(what.checked.kind).toBe('authentic');
          expect(goBy).toBeDefined();
          expect(verdict.subject.colour).toBe('green');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never grows milder when one more thing is found against a pass', () => {
    const worsening = fc.constantFrom(...worsenings);
    fc.assert(
      fc.property(
        facts,
        someRules,
        now,
        worsening,
        (what, goBy, when, worsen) => {
          fc.pre(what.checked.kind === 'authentic');
          const before = decide(what, goBy, when);
          const worse = {
            ...what,
            checked: {
              kind: 'authentic',
              authentic: worsen(what.checked.authentic),
            },
          } as const;
          const after = decide(worse, goBy, when);
          expect(rank[after.outcome]).toBeGreaterThanOrEqual(
            rank[before.outcome],
          );
          expect(after.outcome).not.toBe('admit');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never admits a presentation that was shown before, nor grows milder for what is remembered', () => {
    fc.assert(
      fc.property(facts, someRules, now, (what, goBy, when) => {
        const unknown = { ...what, history: { kind: 'new' } } as const;
        const verdict = decide(what, goBy, when);
        expect(rank[verdict.outcome]).toBeGreaterThanOrEqual(
          rank[decide(unknown, goBy, when).outcome],
        );
        if (what.history.kind === 'replay')
          expect(verdict.outcome).not.toBe('admit');
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a household the outcome of its strictest member, and says of each no more than of all', () => {
    let households = 0;
    fc.assert(
      fc.property(facts, someRules, now, (what, goBy, when) => {
        const verdict = decide(what, goBy, when);
        const members =
          ('subject' in verdict && verdict.subject?.members) || [];
        if (members.length === 0) return;
        households += 1;
        const ranks = members.map(({ outcome }) => rank[outcome]);
        expect(Math.max(...ranks)).toBe(rank[verdict.outcome]);
        const said = verdict.reasons.map((reason) => reason.code);
        for (const { outcome, reasons } of members) {
          for (const { code: own } of reasons) {
            const isUnmeasured = own === 'temperature-missing';
            expect(isUnmeasured || said.includes(own)).toBe(true);
            expect(rank[reasonOutcomes[own]]).toBeLessThanOrEqual(
              rank[outcome],
            );
          }
          if (outcome === 'admit') expect(reasons).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
    expect(households).toBeGreaterThan(200);
  });

  it('never admits what the issuer’s map does not confirm', () => {
    const silent = { ...issuer, colours: {} };
    fc.assert(
      fc.property(pass, someRules, now, (of, goBy, when) => {
        const what = factsOf(authentic(of, { issuer: silent }));
        expect(decide(what, goBy, when).outcome).not.toBe('admit');
      }),
    );
  });

  it('never grows milder for whom the policy recognises, but that nobody may have to be measured', () => {
    fc.assert(
      fc.property(
        facts,
        someRules,
        now,
        recognition,
        (what, goBy, when, recognised) => {
          fc.pre(goBy !== undefined);
          const { recognition: _, temperature, ...bare } = goBy.policy;
          const unmeasured = { ...goBy, policy: bare };
          const known = { ...bare, recognition: recognised };
          expect(
            rank[decide(what, { ...goBy, policy: known }, when).outcome],
          ).toBeGreaterThanOrEqual(
            rank[decide(what, unmeasured, when).outcome],
          );
          if (temperature === undefined) return;
          const { reasons } = decide(
            what,
            { ...goBy, policy: { ...known, temperature } },
            when,
          );
          const measured = decide(
            what,
            { ...goBy, policy: { ...bare, temperature } },
            when,
          );
          const fevers = measured.reasons.filter(({ code: one }) =>
            one.startsWith('fever'),
          );
          for (const fever of fevers) expect(reasons).toContainEqual(fever);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never grows milder as the trust list ages', () => {
    fc.assert(
      fc.property(
        facts,
        someRules,
        now,
        fc.integer({ min: 0, max: 40 }),
        (what, goBy, when, days) => {
          fc.pre(goBy !== undefined);
          const older = {
            ...goBy,
            trustAsOfMs: goBy.trustAsOfMs - days * dayMs,
          };
          const before = rank[decide(what, goBy, when).outcome];
          expect(
            rank[decide(what, older, when).outcome],
          ).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('wants a temperature exactly when some temperature would admit', () => {
    const plausible = Array.from(
      { length: 91 },
      (_, tenth) => 3400 + tenth * 10,
    );
    fc.assert(
      fc.property(facts, someRules, now, (what, goBy, when) => {
        const couldAdmit = plausible.some((centi) => {
          const temperature = withReading(what.temperature, reading(centi));
          const measured = { ...what, temperature };
          return decide(measured, goBy, when).outcome === 'admit';
        });
        const isAdmitted = decide(what, goBy, when).outcome === 'admit';
        expect(wantsTemperature(what, goBy, when)).toBe(
          couldAdmit && !isAdmitted,
        );
      }),
      { numRuns: 300 },
    );
  });
});
