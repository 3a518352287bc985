import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accepts,
  nextDeadlineMs,
  scanIdOf,
  step,
  type Record,
} from '#core/gate';
import { measuringRules } from '../policy/scenes.ts';
import { instant } from './lane.ts';
import {
  feverStories,
  liveStories,
  play,
  resolutions,
  stories,
  type Story,
} from './stories.ts';

/**
 * Checks every moment of every story; `check` says whether the moment was one the rule is about, and
 * the answer is how often: a rule about nothing proves nothing.
 */
function always(
  check: (story: Story) => boolean,
  told: typeof stories = stories,
): number {
  let seen = 0;
  fc.assert(
    fc.property(told, ({ goBy, happenings, isPrompt }) => {
      play(goBy, happenings, isPrompt, (story) => {
        if (check(story)) seen += 1;
      });
    }),
    { numRuns: 1_500 },
  );
  return seen;
}

type LiveRecord = Extract<Record, { kind: 'scan' }>;

function isLive(record: Record): record is LiveRecord {
  return record.kind === 'scan' && record.scan.presentationTag !== undefined;
}

describe('whatever happens at a gate', () => {
  it('nothing is shown whose entries are not all durable', () => {
    const shown = always(({ gate: { phase }, durable }) => {
      if (!('open' in phase)) return false;
      const { entryIds, scan } = phase.open;
      for (const id of entryIds) expect(durable.has(id)).toBe(true);
      if (phase.kind !== 'shown' && phase.kind !== 'hold') return false;
      const ofScan = [...durable.values()].filter(
        (record) =>
          record.kind === 'scan' && record.scan.scanId === scan.scanId,
      );
      expect(ofScan.at(-1)).toMatchObject({ verdict: phase.verdict });
      return phase.kind === 'shown' && phase.verdict.outcome === 'admit';
    });
    expect(shown).toBeGreaterThan(50);
  });

  it('a fever twice is never admitted nor allowed', () => {
    const twice = always(({ gate: { phase }, world, durable }) => {
      if (!('open' in phase) || world.rules !== measuringRules) return false;
      const { scan } = phase.open;
      const fevers = [...durable.values()]
        .flatMap((record) =>
          record.kind === 'scan' && record.scan.scanId === scan.scanId
            ? [record.readings]
            : [],
        )
        .at(-1)
        ?.filter(
          ({ estimateCenti }) => estimateCenti >= 3730 && estimateCenti <= 4300,
        );
      if (fevers === undefined || fevers.length < 2) return false;
      expect(phase.kind === 'hold' || phase.kind === 'resolved').toBe(true);
      if (phase.kind === 'resolved') expect(phase.by).toBe('refused');
      return true;
    }, feverStories);
    expect(twice).toBeGreaterThan(50);
  });

  it('every hold can be left by the guard', () => {
    const holds = always(({ gate, world, nowMs }) => {
      if (gate.phase.kind !== 'hold') return false;
      const { scanId } = gate.phase.open.scan;
      const ends = resolutions
        .map((resolution) => ({
          kind: 'resolved' as const,
          scanId,
          resolution,
          at: instant(nowMs),
          entryId: 'leaving',
        }))
        .filter((event) => accepts(gate, event))
        .map((event) => {
          const asked = step(gate, event, world);
          const id = 'leaving';
          return step(asked, { kind: 'recorded', id, monoMs: nowMs }, world);
        })
        .filter(({ phase }) => phase.kind === 'resolved');
      expect(ends.length).toBeGreaterThan(0);
      for (const end of ends) {
        const at = instant(nextDeadlineMs(end) ?? 0);
        const over = step(end, { kind: 'time', at, entryId: 'e' }, world);
        expect(over.phase.kind).toBe('idle');
      }
      return true;
    });
    expect(holds).toBeGreaterThan(50);
  });

  it('time alone never ends a hold, nor does another code', () => {
    const holds = always(({ gate, world, nowMs }) => {
      if (gate.phase.kind !== 'hold') return false;
      expect(nextDeadlineMs(gate)).toBeUndefined();
      const at = instant(nowMs + 100 * 24 * 3_600_000);
      expect(step(gate, { kind: 'time', at, entryId: 'e' }, world)).toBe(gate);
      const scan = { ...gate.phase.open.scan, scanId: 'next', at };
      const next = { kind: 'presented', scan, entryId: 'e' } as const;
      expect(step(gate, next, world)).toBe(gate);
      return true;
    });
    expect(holds).toBeGreaterThan(50);
  });

  it('a deadline that has come always moves the gate on', () => {
    const due = always(({ gate, world }) => {
      const deadlineMs = nextDeadlineMs(gate);
      if (deadlineMs === undefined) return false;
      const at = instant(deadlineMs);
      const moved = step(gate, { kind: 'time', at, entryId: 'e' }, world);
      expect(['idle', 'recording']).toContain(moved.phase.kind);
      const early = instant(deadlineMs - 1);
      expect(step(gate, { kind: 'time', at: early, entryId: 'e' }, world)).toBe(
        gate,
      );
      return true;
    });
    expect(due).toBeGreaterThan(50);
  });

  it('no presentation admits twice, and only a grace or an open scan keeps a second one off the log', () => {
    const seen = { again: 0, admits: 0 };
    always(({ gate: { phase }, durable, emptiedMs }) => {
      const scans = [...durable.values()].filter(isLive);
      const latest = scans.at(-1);
      if (phase.kind !== 'shown' && phase.kind !== 'hold') return false;
      if (latest === undefined) return false;
      const { presentationTag, scanId, at } = latest.scan;
      const earlier = scans.filter(
        ({ scan }) =>
          scan.presentationTag === presentationTag && scan.scanId !== scanId,
      );
      if (latest.verdict.outcome === 'admit') {
        seen.admits += 1;
        expect(
          earlier.filter(({ verdict }) => verdict.outcome === 'admit'),
        ).toEqual([]);
      }
      const [first] = earlier;
      if (first === undefined) return false;
      seen.again += 1;
      const isPastGrace = at.monoMs - first.scan.at.monoMs >= 45_000;
      expect(isPastGrace || emptiedMs >= first.scan.at.monoMs).toBe(true);
      expect(latest.verdict.outcome).not.toBe('admit');
      return true;
    }, liveStories);
    expect(seen.again).toBeGreaterThan(50);
    expect(seen.admits).toBeGreaterThan(50);
  });

  it('what a gate does not accept changes nothing, and what it accepts something', () => {
    const tried = always(({ gate, world, nowMs }) => {
      const { scanId = 'none' } = { scanId: scanIdOf(gate) };
      const stamp = { scanId, at: instant(nowMs), entryId: 'e' };
      const events = [
        { kind: 'typed', centi: 3660, ...stamp },
        { kind: 'dismissed', ...stamp },
        ...resolutions.map((resolution) => ({
          kind: 'resolved' as const,
          resolution,
          ...stamp,
        })),
      ] as const;
      for (const event of events) {
        const isSame = step(gate, event, world) === gate;
        expect(accepts(gate, event)).toBe(!isSame);
      }
      return gate.phase.kind === 'hold';
    });
    expect(tried).toBeGreaterThan(50);
  });
});
