import { describe, expect, it } from 'vitest';
import type { PassHistory } from '#core/policy';
import { codes, judge, type Scene } from './judge.ts';
import {
  at,
  authentic,
  checkpoint,
  factsOf,
  live,
  noonMs,
  paper,
  remembered,
  rules,
  single,
  withPolicy,
} from './scenes.ts';

const wantsLive = withPolicy({ presentation: 'live' });
const fiveMinutes = withPolicy({ seenAgainWithinMs: 300_000 });

function shown(
  checked = authentic(),
  history: PassHistory = { kind: 'new' },
): Scene['facts'] {
  return factsOf(checked, { kind: 'not-taken' }, history);
}

describe('a policy that wants a pass presented live', () => {
  it('compares the ID of whoever shows a still code, also of a live pass', () => {
    const alone = authentic(single({}, { form: 'live' }));
    for (const checked of [authentic(), alone]) {
      expect(judge({ facts: shown(checked), rules: wantsLive })).toMatchObject({
        outcome: 'hold',
        reasons: [{ code: 'check-id', detail: 'not-live' }],
        advice: ['compare-id', 'call-hotline'],
      });
    }
  });

  it('asks no ID of whoever presents it live', () => {
    expect(codes({ facts: shown(live()), rules: wantsLive })).toEqual([
      'colour-green',
    ]);
  });

  it('asks paper for the ID because it is paper', () => {
    const facts = shown(authentic(paper()));
    expect(judge({ facts, rules: wantsLive }).reasons).toEqual([
      { code: 'check-id', detail: 'paper' },
    ]);
  });
});

describe('a presentation outside its time', () => {
  const stale = live(single(), true);

  it('is held and asked anew, whatever the policy wants', () => {
    for (const goBy of [rules, wantsLive]) {
      expect(judge({ facts: shown(stale), rules: goBy })).toMatchObject({
        outcome: 'hold',
        reasons: [{ code: 'stale-presentation' }],
        advice: ['refresh-code', 'compare-id', 'call-hotline'],
      });
    }
  });

  it('is not said to be a replay as well', () => {
    const facts = shown(stale, remembered('replay', 60_000));
    expect(codes({ facts })).toEqual(['stale-presentation']);
  });

  it('names the clock where that may be why', () => {
    for (const state of ['drifting', 'doubtful'] as const) {
      const { reasons } = judge({
        facts: shown(stale),
        now: at(noonMs, { state }),
      });
      expect(reasons).toContainEqual({
        code: 'stale-presentation',
        detail: `${state}-clock`,
      });
    }
  });

  it('is not found by a clock that knows nothing, which holds by itself', () => {
    const now = at(noonMs, { state: 'unknown' });
    expect(codes({ facts: shown(stale), now })).toEqual(['clock-unknown']);
    const again = shown(stale, remembered('replay', 60_000));
    expect(codes({ facts: again, now })).toEqual(['clock-unknown', 'replay']);
  });
});

describe('a presentation shown before', () => {
  it('is held however long ago it was, whatever the policy says of passes seen', () => {
    for (const goBy of [rules, fiveMinutes]) {
      const facts = shown(live(), remembered('replay', 3_600_000));
      expect(judge({ facts, rules: goBy })).toMatchObject({
        outcome: 'hold',
        reasons: [{ code: 'replay', detail: 'same-lane' }],
        advice: ['refresh-code', 'compare-id', 'call-hotline'],
      });
    }
  });

  it('is told apart by lane', () => {
    const facts = shown(live(), remembered('replay', 60_000, '2'));
    expect(judge({ facts }).reasons).toEqual([
      { code: 'replay', detail: 'other-lane' },
    ]);
  });
});

describe('a pass whose holder was let in before', () => {
  const seen = (agoMs: number) =>
    shown(authentic(), remembered('seen-again', agoMs, checkpoint.lane));

  it('is held up to the time the policy sets, by the earliest the clock allows', () => {
    expect(judge({ facts: seen(120_000), rules: fiveMinutes })).toMatchObject({
      outcome: 'hold',
      reasons: [{ code: 'seen-again', detail: 'same-lane' }],
      advice: ['compare-id', 'call-hotline'],
    });
    expect(codes({ facts: seen(300_500), rules: fiveMinutes })).toEqual([
      'seen-again',
    ]);
    expect(codes({ facts: seen(300_501), rules: fiveMinutes })).toEqual([
      'colour-green',
    ]);
  });

  it('is held when the clock has been set back since', () => {
    expect(codes({ facts: seen(-3_600_000), rules: fiveMinutes })).toEqual([
      'seen-again',
    ]);
  });

  it('comes and goes where the policy sets no time', () => {
    expect(codes({ facts: seen(0) })).toEqual(['colour-green']);
    expect(codes({ facts: seen(0), rules: undefined })).toEqual(['no-trust']);
  });

  it('is judged again once that time is over', () => {
    const facts = seen(120_000);
    const { expiresAtMs } = judge({ facts, rules: fiveMinutes });
    expect(expiresAtMs).toBe(noonMs + 180_000);
  });
});
