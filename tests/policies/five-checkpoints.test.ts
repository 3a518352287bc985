import { describe, expect, it } from 'vitest';
import type { Verdict } from '#core/policy';
import {
  chengduCode,
  nationalPlatform,
  type SourceSystem,
} from '#fixtures/issuer';
import { dayMs, greenClaims, openCheckpoints } from './five-checkpoints.ts';
import { tableOf } from './table.ts';

const nowMs = Date.UTC(2026, 2, 1, 8);
const five = openCheckpoints(nowMs);

function codesOf(
  verdicts: Readonly<Record<SourceSystem, Verdict>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(verdicts).map(([system, { reasons }]) => [
      system,
      reasons.map(({ code }) => code),
    ]),
  );
}

describe('one green pass of Guangdong at five checkpoints', () => {
  const guangdong = five.issue('44', greenClaims());
  const verdicts = five.judge(guangdong, nowMs);

  it('is judged by each as its system demands', () => {
    expect(codesOf(verdicts)).toEqual({
      liaoning: ['colour-denied'],
      national: ['temperature-missing'],
      guangxi: ['arrival', 'temperature-missing'],
      sichuan: ['check-id'],
      shandong: ['colour-green'],
    });
  });

  it('has five sets of reasons and every outcome', () => {
    const sets = Object.values(codesOf(verdicts)).map((codes) =>
      codes.toSorted().join(),
    );
    expect(new Set(sets).size).toBe(5);
    const outcomes = Object.values(verdicts).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['admit', 'hold', 'deny']));
  });

  it('keeps the issuer’s colour wherever it is held', () => {
    expect(verdicts.guangxi).toMatchObject({
      outcome: 'hold',
      subject: { colour: 'green', colourLabel: '绿码' },
    });
  });

  it('is measured where that is asked, and its fever is never refused in silence', () => {
    const normal = five.judge(guangdong, nowMs, [3650]);
    expect(normal.national.outcome).toBe('admit');
    const feverish = five.judge(guangdong, nowMs, [3760]);
    for (const system of ['national', 'shandong'] as const) {
      expect(feverish[system]).toMatchObject({
        outcome: 'hold',
        reasons: [{ code: 'fever' }],
        advice: ['measure-again', 'call-hotline'],
      });
    }
  });

  it('is a table in both languages', () => {
    expect(tableOf(verdicts, 'zh')).toMatch(
      /^广西 公路 +待核 +外来码按黄码待核/m,
    );
    const english = tableOf(verdicts, 'en').split('\n');
    expect(english).toHaveLength(6);
    expect(english[5]).toMatch(/^Shandong, road +Admit +Green code$/);
  });
});

describe('Shandong', () => {
  it('takes the national code and fourteen provinces, and steers everyone else to apply', () => {
    const national = five.issue(nationalPlatform, greenClaims('00'));
    expect(five.judge(national, nowMs).shandong.outcome).toBe('admit');
    const gansu = five.judge(five.issue('62', greenClaims()), nowMs).shandong;
    expect(gansu.reasons[0]).toEqual({
      code: 'not-recognised',
      detail: 'no-edge',
    });
    expect(gansu.advice[0]).toBe('apply-here');
  });

  it('takes what its own people carried before only over a conversion it recognises', () => {
    const own = (origin: string): Verdict =>
      five.judge(
        five.issue('37', {
          ...greenClaims(),
          convertedFrom: { issuer: `TRIAL-${origin}` },
        }),
        nowMs,
      ).shandong;
    expect(own('44').outcome).toBe('admit');
    expect(own('62').reasons[0]).toEqual({
      code: 'not-recognised',
      detail: 'origin',
    });
  });
});

describe('Sichuan', () => {
  it('has Chengdu’s older code work until a date', () => {
    const older = five.issue(chengduCode, greenClaims());
    expect(codesOf(five.judge(older, nowMs))).toMatchObject({
      sichuan: ['check-id'],
      shandong: ['not-recognised', 'temperature-missing'],
    });
    const later = five.judge(older, nowMs + 4 * dayMs);
    expect(codesOf(later)['sichuan']).toEqual([
      'recognition-ended',
      'check-id',
    ]);
  });
});
