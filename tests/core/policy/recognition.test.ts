import { describe, expect, it } from 'vitest';
import type { Reason, Rules } from '#core/policy';
import { wantsTemperature } from '#core/policy';
import type { Recognition, RecognitionEdge } from '#core/trust';
import { codes, judge, red, yellow } from './judge.ts';
import {
  at,
  authentic,
  edge,
  factsOf,
  health,
  hourMs,
  household,
  issuer,
  measuringRules,
  noonMs,
  noonSeconds,
  paper,
  recognising,
  rules,
  single,
  taken,
} from './scenes.ts';

function over(
  change: Partial<RecognitionEdge>,
  other: Partial<Recognition> = {},
): Rules {
  return recognising({ edges: [edge(change)], ...other });
}

function reasonsUnder(
  goBy: Rules,
  checked = authentic(),
  now = at(),
): readonly Reason[] {
  return judge({ facts: factsOf(checked), rules: goBy, now }).reasons;
}

const green = [{ code: 'colour-green' }];

describe('a pass of an issuer', () => {
  it('counts as at home where the policy says nothing of recognition', () => {
    expect(reasonsUnder(rules)).toEqual(green);
  });

  it('counts at home, whatever the clock says of any dates', () => {
    const home = { issuers: [issuer.id], temperature: 'as-here' } as const;
    expect(reasonsUnder(recognising({ home }))).toEqual(green);
  });

  it.each(['direct', 'mutual'] as const)('counts over a %s edge', (kind) => {
    expect(reasonsUnder(over({ kind }))).toEqual(green);
  });

  it('does not count by being known', () => {
    expect(reasonsUnder(recognising({}))).toEqual([
      { code: 'not-recognised', detail: 'no-edge' },
    ]);
    expect(reasonsUnder(over({ issuer: 'CN-42' }))).toEqual([
      { code: 'not-recognised', detail: 'no-edge' },
    ]);
  });

  it('does not count as it is where only conversion is recognised', () => {
    expect(reasonsUnder(over({ kind: 'converted' }))).toEqual([
      { code: 'not-recognised', detail: 'convert-first' },
    ]);
  });

  it('is refused for its colour all the same', () => {
    expect(reasonsUnder(recognising({}), authentic(red))).toEqual([
      { code: 'colour-red' },
      { code: 'not-recognised', detail: 'no-edge' },
    ]);
  });

  it('counts by the edge in force, of several', () => {
    const edges = [
      edge({ until: noonSeconds - 60, temperature: 'as-here' }),
      edge({ from: noonSeconds - 60 }),
    ];
    expect(reasonsUnder(recognising({ edges }))).toEqual(green);
  });
});

describe('an edge', () => {
  it('begins when that is certain', () => {
    const from = noonSeconds;
    const rule = over({ from });
    const first = at(noonMs, { lowerMs: noonMs });
    expect(reasonsUnder(rule, authentic(), first)).toEqual(green);
    expect(reasonsUnder(rule)).toEqual([{ code: 'doubtful-clock' }]);
    const before = at(noonMs - 1000, { upperMs: noonMs - 1 });
    expect(reasonsUnder(rule, authentic(), before)).toEqual([
      { code: 'not-recognised', detail: 'not-yet' },
    ]);
  });

  it('ends at its end, and is open while the clock may be on either side', () => {
    const rule = over({ kind: 'mutual', until: noonSeconds });
    const last = at(noonMs - 1000, { upperMs: noonMs - 1 });
    expect(reasonsUnder(rule, authentic(), last)).toEqual(green);
    expect(reasonsUnder(rule)).toEqual([{ code: 'doubtful-clock' }]);
    const ended = at(noonMs, { lowerMs: noonMs });
    expect(reasonsUnder(rule, authentic(), ended)).toEqual([
      { code: 'recognition-ended', detail: 'mutual' },
    ]);
  });

  it('has the verdict judged again when it begins and when it ends', () => {
    const until = noonSeconds + 600;
    expect(
      judge({ facts: factsOf(), rules: over({ until }) }).expiresAtMs,
    ).toBe(until * 1000);
    const from = noonSeconds + 300;
    expect(judge({ facts: factsOf(), rules: over({ from }) }).expiresAtMs).toBe(
      from * 1000,
    );
  });
});

describe('an older code of the region', () => {
  const until = noonSeconds + 60;
  const legacy = recognising({ legacy: [{ issuer: issuer.id, until }] });

  it('counts as at home until its end', () => {
    expect(reasonsUnder(legacy)).toEqual(green);
    expect(reasonsUnder(legacy, authentic(), at(noonMs + hourMs))).toEqual([
      { code: 'recognition-ended', detail: 'legacy' },
    ]);
  });
});

describe('a converted pass', () => {
  const converted = authentic(
    single({}, { convertedFrom: { issuer: 'CN-5101' } }),
  );
  const home = { issuers: [issuer.id], temperature: 'as-here' } as const;
  const byEdge = { home, conversions: 'by-edge' } as const;
  const origin = edge({ issuer: 'CN-5101', kind: 'converted' });

  it('counts as one of whoever converted it', () => {
    expect(reasonsUnder(recognising({ home }), converted)).toEqual(green);
  });

  it('counts over an edge of its origin alone where the policy says so', () => {
    expect(reasonsUnder(recognising(byEdge), converted)).toEqual([
      { code: 'not-recognised', detail: 'origin' },
    ]);
    const shown = edge({ issuer: 'CN-5101' });
    expect(
      reasonsUnder(recognising({ ...byEdge, edges: [shown] }), converted),
    ).toEqual([{ code: 'not-recognised', detail: 'origin' }]);
    expect(
      reasonsUnder(recognising({ ...byEdge, edges: [origin] }), converted),
    ).toEqual(green);
  });

  it('counts where its origin is at home too', () => {
    const both = { ...home, issuers: [issuer.id, 'CN-5101'] };
    const rule = recognising({ ...byEdge, home: both });
    expect(reasonsUnder(rule, converted)).toEqual(green);
  });

  it('brings what its edge narrows, and ends with it', () => {
    const held = { ...origin, colours: { green: 'hold' } } as const;
    expect(
      reasonsUnder(recognising({ ...byEdge, edges: [held] }), converted),
    ).toEqual([{ code: 'arrival', detail: 'green' }]);
    const ended = { ...origin, until: noonSeconds - 60 };
    expect(
      reasonsUnder(recognising({ ...byEdge, edges: [ended] }), converted),
    ).toEqual([{ code: 'recognition-ended', detail: 'converted' }]);
  });

  it('is asked nothing of an origin that it does not have', () => {
    expect(reasonsUnder(recognising(byEdge))).toEqual(green);
  });
});

describe('a colour from elsewhere', () => {
  const held = over({ colours: { green: 'hold', yellow: 'deny' } });

  it('is held as yellow would be, and stays the issuer’s own on the screen', () => {
    const verdict = judge({ facts: factsOf(), rules: held });
    expect(verdict).toMatchObject({
      outcome: 'hold',
      reasons: [{ code: 'arrival', detail: 'green' }],
      subject: { colour: 'green', colourLabel: '绿码' },
    });
  });

  it('can be refused, and yellow too', () => {
    expect(reasonsUnder(over({ colours: { green: 'deny' } }))).toEqual([
      { code: 'colour-denied', detail: 'green' },
    ]);
    expect(reasonsUnder(held, authentic(yellow))).toEqual([
      { code: 'colour-denied', detail: 'yellow' },
      { code: 'colour-yellow' },
    ]);
  });

  it('is asked nothing more where the edge narrows another', () => {
    expect(reasonsUnder(over({ colours: { yellow: 'deny' } }))).toEqual(green);
    expect(reasonsUnder(over({}), authentic(yellow))).toEqual([
      { code: 'colour-yellow' },
    ]);
  });

  it('is no more red for it, nor is what the map does not have', () => {
    expect(reasonsUnder(held, authentic(red))).toEqual([
      { code: 'colour-red' },
    ]);
    const unconfirmed = authentic(single({ colour: { code: '77' } }));
    expect(reasonsUnder(held, unconfirmed)).toEqual([
      { code: 'colour-unconfirmed', detail: 'not-in-map' },
    ]);
  });

  it('is green on paper, which has none', () => {
    expect(reasonsUnder(held, authentic(paper()))).toEqual([
      { code: 'arrival', detail: 'green' },
      { code: 'check-id', detail: 'paper' },
    ]);
  });

  it('stands against each member of a household by themselves', () => {
    const pass = household([health(), health({ colour: { code: '10' } })]);
    const verdict = judge({ facts: factsOf(authentic(pass)), rules: held });
    expect(verdict).toMatchObject({
      outcome: 'deny',
      subject: {
        members: [
          { outcome: 'hold', reasons: [{ code: 'arrival' }] },
          { outcome: 'deny', reasons: [{ code: 'colour-red' }] },
        ],
      },
    });
  });
});

describe('the temperature of whoever is recognised', () => {
  const asked = (
    change: Partial<RecognitionEdge>,
    other: Partial<Recognition> = {},
  ): Rules => {
    const { recognition } = over(change, other).policy;
    return {
      ...measuringRules,
      policy: {
        ...measuringRules.policy,
        ...(recognition !== undefined && { recognition }),
      },
    };
  };
  const freely = asked({ temperature: 'unconditional' });

  it('is asked as the policy says, or of nobody', () => {
    expect(reasonsUnder(asked({}))).toEqual([{ code: 'temperature-missing' }]);
    expect(reasonsUnder(freely)).toEqual(green);
    expect(wantsTemperature(factsOf(), asked({}), at())).toBe(true);
    expect(wantsTemperature(factsOf(), freely, at())).toBe(false);
  });

  it('is a fever where it is one, and measured again', () => {
    for (const goBy of [asked({}), freely]) {
      expect(
        judge({ facts: factsOf(authentic(), taken(3760)), rules: goBy }),
      ).toMatchObject({
        outcome: 'hold',
        reasons: [{ code: 'fever' }],
        advice: ['measure-again', 'call-hotline'],
      });
    }
  });

  it('is asked of whoever is not recognised', () => {
    const nobody = asked({ issuer: 'CN-42', temperature: 'unconditional' });
    expect(codes({ facts: factsOf(), rules: nobody })).toEqual([
      'not-recognised',
      'temperature-missing',
    ]);
  });

  it('is asked unless every way it comes over is unconditional', () => {
    const pass = authentic(
      single({}, { convertedFrom: { issuer: 'CN-5101' } }),
    );
    const origin = { issuer: 'CN-5101', kind: 'converted' } as const;
    const free = 'unconditional' as const;
    const home = (of: 'unconditional' | 'as-here'): Partial<Recognition> => ({
      home: { issuers: [issuer.id], temperature: of },
      conversions: 'by-edge',
    });
    expect(
      reasonsUnder(asked({ ...origin, temperature: free }, home(free)), pass),
    ).toEqual(green);
    for (const goBy of [
      asked({ ...origin, temperature: free }, home('as-here')),
      asked(origin, home(free)),
    ]) {
      expect(reasonsUnder(goBy, pass)).toEqual([
        { code: 'temperature-missing' },
      ]);
    }
  });
});

describe('whoever comes from elsewhere', () => {
  const applyCode = 'https://apply.example/in';

  it.each<[string, Partial<Recognition>, readonly string[]]>([
    ['not recognised', {}, ['apply-here', 'register-by-hand']],
    [
      'no longer recognised',
      { edges: [edge({ until: noonSeconds - 60 })] },
      ['apply-here', 'register-by-hand'],
    ],
    [
      'held as yellow would be',
      { edges: [edge({ colours: { green: 'hold' } })] },
      ['apply-here', 'test-first'],
    ],
  ])('is steered to apply when %s', (_, change, advice) => {
    const steering = recognising(change, { applyCode });
    expect(judge({ facts: factsOf(), rules: steering }).advice).toEqual([
      ...advice,
      'call-hotline',
    ]);
  });

  it('is not steered where the policy does not say how', () => {
    const { advice } = judge({ facts: factsOf(), rules: recognising({}) });
    expect(advice).toEqual(['register-by-hand', 'call-hotline']);
  });
});
