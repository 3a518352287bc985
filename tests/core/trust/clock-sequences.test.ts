import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Verdict } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import { counted } from '../../counted.ts';
import { authentic, factsOf, rules, single } from '../policy/scenes.ts';
import {
  clockWorld,
  naiveKiosk,
  ownKiosk,
  ratchetKiosk,
  type ClockKiosk,
  type ClockWorld,
  type Happening,
} from './clock-world.ts';
import { dayMs, hourMs } from './signing.ts';

const sequences = Number(process.env['POSTERN_CLOCK_SEQUENCES'] ?? 10_000);
const patienceMs = 60_000 + sequences * 10;
const seed = Number(process.env['POSTERN_CLOCK_SEED'] ?? 20_261_122);

describe('the clock over random sequences of mishaps', () => {
  it(
    'admits no expired pass, holds the truth where it is trusted, and comes back',
    () => {
      const seen = { hidden: 0, decided: 0, trusted: 0, byWord: 0, steps: 0 };
      fc.assert(
        fc.property(lives, (life) => {
          const world = begin(ownKiosk(), life);
          for (const happening of life.happenings) {
            const time = world.happen(happening);
            expectSafe(world, time);
            seen.steps += 1;
            if (isDecided(time)) seen.decided += 1;
            if (time.state === 'trusted') seen.trusted += 1;
          }
          if (world.isHidden()) seen.hidden += 1;
          if (comesBack(world) === 'by-word') seen.byWord += 1;
        }),
        { numRuns: sequences, seed, endOnFailure: true },
      );
      counted(
        'clock',
        sequences,
        `sequences of seed ${seed}, ${seen.steps.toLocaleString('en')} steps: ${seen.decided.toLocaleString('en')} decided, ${seen.trusted.toLocaleString('en')} of them trusted; ${seen.hidden.toLocaleString('en')} with a clock set back unseen, ${seen.byWord.toLocaleString('en')} needed a person's word at the end`,
      );
      // The properties would hold of a clock that never decides.
      expect(seen.decided).toBeGreaterThan(seen.steps / 4);
      expect(seen.trusted).toBeGreaterThan(seen.steps / 50);
      expect(seen.hidden).toBeLessThan(sequences / 2);
    },
    patienceMs,
  );

  it('finds a clock out that takes the wall clock for the time', () => {
    const found = faultsOf(naiveKiosk);
    expect(found.admitted).toBeGreaterThan(0);
    expect(found.untrue).toBeGreaterThan(0);
  });

  it('finds a clock out that never goes back from the latest it saw', () => {
    expect(faultsOf(ratchetKiosk).stopped).toBeGreaterThan(0);
  });
});

interface Life {
  readonly oscillatorPpm: number;
  readonly batteryPpm: number;
  readonly happenings: readonly Happening[];
}

function begin(kiosk: ClockKiosk, life: Life): ClockWorld {
  return clockWorld(kiosk, life.oscillatorPpm, life.batteryPpm);
}

function expectSafe(world: ClockWorld, time: TrustedTime): void {
  const truthMs = world.truthMs();
  const overMs = world.isHidden() ? world.witnessedMs() : truthMs;
  expect(verdictOn(overMs, world, time).outcome).not.toBe('admit');
  if (time.state !== 'trusted' || world.isHidden()) return;
  expect(time.lowerMs).toBeLessThanOrEqual(Math.ceil(truthMs));
  expect(time.upperMs).toBeGreaterThanOrEqual(Math.floor(truthMs));
}

/** What becomes of a green pass whose window closed at this instant. */
function verdictOn(
  overMs: number,
  world: ClockWorld,
  time: TrustedTime,
): Verdict {
  const expiresAt = Math.floor(overMs / 1000);
  const pass = single({}, { expiresAt, notBefore: 0, issuedAt: 0 });
  const trustAsOfMs = world.newestSignedMs();
  return decide(factsOf(authentic(pass)), { ...rules, trustAsOfMs }, time);
}

/** The clock is set right and the host started anew, with a new bundle; then whoever has the PIN says the time. */
function comesBack(world: ClockWorld): 'by-itself' | 'by-word' {
  world.happen({ kind: 'set-right' });
  world.happen({
    kind: 'reboot',
    offMs: 60_000,
    battery: 'good',
    setByMs: 0,
    lostMs: 0,
  });
  const time = world.happen({ kind: 'bundle', underWayMs: 1 });
  if (isAdmitting(world, time)) return 'by-itself';
  expect(isAdmitting(world, world.happen({ kind: 'said', offMs: 0 }))).toBe(
    true,
  );
  return 'by-word';
}

function isAdmitting(world: ClockWorld, time: TrustedTime): boolean {
  const inTwoHoursMs = world.truthMs() + 2 * hourMs;
  return verdictOn(inTwoHoursMs, world, time).outcome === 'admit';
}

function isDecided({ state }: TrustedTime): boolean {
  return state === 'trusted' || state === 'drifting';
}

/** How many of some sequences break each of the properties. */
function faultsOf(
  kiosk: () => ClockKiosk,
): Record<'admitted' | 'untrue' | 'stopped', number> {
  const found = { admitted: 0, untrue: 0, stopped: 0 };
  for (const life of fc.sample(lives, { numRuns: 300, seed })) {
    const world = begin(kiosk(), life);
    const times = life.happenings.map((happening) => {
      const time = world.happen(happening);
      const truthMs = world.truthMs();
      return {
        isAdmitted:
          !world.isHidden() &&
          verdictOn(truthMs, world, time).outcome === 'admit',
        isUntrue: truthMs < time.lowerMs || truthMs > time.upperMs,
      };
    });
    if (times.some(({ isAdmitted }) => isAdmitted)) found.admitted += 1;
    if (times.some(({ isUntrue }) => isUntrue)) found.untrue += 1;
    world.happen({ kind: 'set-right' });
    const time = world.happen({ kind: 'bundle', underWayMs: 1 });
    if (!isAdmitting(world, time)) found.stopped += 1;
  }
  return found;
}

const span = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 10_000, max: 2 * hourMs }),
  fc.integer({ min: hourMs, max: 5 * dayMs }),
);
const longSpan = fc.oneof(span, fc.integer({ min: dayMs, max: 20 * dayMs }));
const years = 3_650 * dayMs;
const setBy = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.integer({ min: -12 * hourMs, max: 12 * hourMs }),
  fc.integer({ min: -40 * dayMs, max: 40 * dayMs }),
  fc.constantFrom(8 * hourMs, -8 * hourMs, years, -years),
);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('run'), ms: span }) },
  fc.record({ kind: fc.constant('suspend'), ms: span }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('jump'), byMs: setBy }),
  },
  fc.record({ kind: fc.constant('set-right') }),
  fc.record({ kind: fc.constant('restart') }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('reboot'),
      offMs: longSpan,
      battery: fc.constantFrom(
        'good',
        'good',
        'good',
        'good',
        'dead',
        'stopped',
      ),
      setByMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, setBy),
      lostMs: fc.integer({ min: 0, max: 60_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bundle'),
      underWayMs: fc.oneof(fc.integer({ min: 0, max: 40_000 }), longSpan),
    }),
  },
  fc.record({
    kind: fc.constant('token'),
    offMs: fc.integer({ min: -4_000, max: 4_000 }),
  }),
  fc.record({
    kind: fc.constant('said'),
    // To the minute, or far ahead: a wrong word is refused, or makes the kiosk stricter.
    offMs: fc.oneof(
      fc.integer({ min: -30_000, max: 30_000 }),
      fc.integer({ min: hourMs, max: 10 * dayMs }),
    ),
  }),
);

const lives: fc.Arbitrary<Life> = fc.record({
  oscillatorPpm: fc.integer({ min: -200, max: 200 }),
  batteryPpm: fc.integer({ min: -20, max: 20 }),
  happenings: fc.array(happenings, { minLength: 5, maxLength: 30 }),
});
