import { describe, expect, test } from 'vitest';
import type { Volume } from '#kiosk/contract';
import {
  earcons,
  type EarconName,
  type Tone,
} from '../../../renderer/sound/earcon.ts';
import { loudness, renderTones } from '../../../renderer/sound/render-tones.ts';

const samplesPerSecond = 48_000;
const volumes: readonly Volume[] = ['low', 'medium', 'high'];
const names = Object.keys(earcons) as readonly EarconName[];

describe.each(names)('the sound for %s', (name) => {
  const tones = earcons[name];

  test('is heard when its tones say, and silent between them', () => {
    const heard = heardIn(renderTones(tones, samplesPerSecond, 'high'));
    expect(heard).toHaveLength(tones.length);
    tones.forEach(({ atMs, lastsMs }, place) => {
      expect(heard[place]?.fromMs).toBeCloseTo(atMs, -1.7);
      expect(heard[place]?.untilMs).toBeCloseTo(atMs + lastsMs, -1.7);
    });
  });

  test.each(volumes)('neither clips nor clicks: %s', (volume) => {
    const samples = renderTones(tones, samplesPerSecond, volume);
    const peak = Math.max(...samples.map(Math.abs));
    expect(peak).toBeLessThanOrEqual(Math.fround(loudness[volume]));
    expect(peak).toBeGreaterThan(0.9 * loudness[volume]);
    const steps = samples.slice(1).map((next, at) => next - (samples[at] ?? 0));
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.1);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.02);
  });

  test('stays where old ears hear', () => {
    for (const { fromHz, toHz } of tones) {
      expect(Math.min(fromHz, toHz)).toBeGreaterThan(200);
      expect(Math.max(fromHz, toHz)).toBeLessThan(1000);
    }
  });

  test('swings as often as its pitch says', () => {
    const [first] = tones;
    if (first === undefined) throw new Error('no tone');
    const samples = renderTones(
      [{ ...first, atMs: 0 }],
      samplesPerSecond,
      'high',
    );
    const meanHz = (first.fromHz + first.toHz) / 2;
    const swings = samples.filter(
      (sample, at) => sample >= 0 && (samples[at - 1] ?? 0) < 0,
    ).length;
    expect(Math.abs(swings - (meanHz * first.lastsMs) / 1000)).toBeLessThan(2);
  });
});

describe('the sounds', () => {
  test('differ by rhythm alone: of one pitch, no two would be taken for each other', () => {
    const alike = names.flatMap((one, place) =>
      names
        .slice(place + 1)
        .filter((other) => isAlike(rhythmOf(one), rhythmOf(other)))
        .map((other) => `${one} ${other}`),
    );
    expect(alike).toEqual([]);
  });

  test('become at least twice as loud with each step', () => {
    const [low = 0, medium = 0, high = 0] = volumes.map(
      (volume) => loudness[volume],
    );
    expect(medium / low).toBeGreaterThan(2);
    expect(high / medium).toBeGreaterThan(2);
    expect(high).toBeLessThan(1);
  });
});

/** Lengths of tones and of the silences between them, as they are heard. */
function rhythmOf(name: EarconName): readonly number[] {
  const flat = earcons[name].map((tone): Tone => ({
    ...tone,
    fromHz: 440,
    toHz: 440,
  }));
  return heardIn(renderTones(flat, samplesPerSecond, 'high')).flatMap(
    ({ fromMs, untilMs }, place, all) => {
      const before = all[place - 1];
      return before === undefined
        ? [untilMs - fromMs]
        : [fromMs - before.untilMs, untilMs - fromMs];
    },
  );
}

/** An ear tells a tone from one less than half as long again only beside it. */
function isAlike(one: readonly number[], other: readonly number[]): boolean {
  return (
    one.length === other.length &&
    one.every((lengthMs, place) => {
      const [short = 0, long = 0] = [lengthMs, other[place] ?? 0].toSorted(
        (a, b) => a - b,
      );
      return long < 1.5 * short;
    })
  );
}

const windowMs = 5;

/** Where the samples are loud, in milliseconds. */
function heardIn(
  samples: Float32Array,
): readonly { readonly fromMs: number; readonly untilMs: number }[] {
  const length = (samplesPerSecond * windowMs) / 1000;
  const found: { fromMs: number; untilMs: number }[] = [];
  for (let at = 0; at < samples.length; at += length) {
    const peak = Math.max(...samples.slice(at, at + length).map(Math.abs));
    if (peak < 0.2) continue;
    const fromMs = (at / length) * windowMs;
    const last = found.at(-1);
    if (last !== undefined && fromMs - last.untilMs < windowMs) {
      last.untilMs = fromMs + windowMs;
    } else {
      found.push({ fromMs, untilMs: fromMs + windowMs });
    }
  }
  return found;
}
