import { describe, expect, it } from 'vitest';
import {
  accepts,
  scanIdOf,
  type GuardEvent,
  type Resolution,
} from '#core/gate';
import type { CheckedPass } from '#core/trust';
import {
  authentic,
  dayMs,
  measuringRules,
  noonMs,
  paper,
  rules,
  single,
} from '../policy/scenes.ts';
import {
  expectPhase,
  freely,
  instant,
  measuring,
  openLane,
  shownReasons,
  worldOf,
  type Lane,
} from './lane.ts';

const yellow = authentic(single({ colour: { code: '01' } }));

function held(checked: CheckedPass = yellow, world = freely): Lane {
  const lane = openLane(world);
  lane.present(checked);
  expectPhase(lane, 'hold');
  return lane;
}

/** A lane that holds a green holder for a first fever. */
function feverish(): Lane {
  const lane = openLane(measuring);
  lane.present();
  lane.settle(3730);
  expect(shownReasons(lane)).toEqual(['fever']);
  return lane;
}

describe('a hold', () => {
  it.each<[Resolution, 'allowed' | 'refused']>([
    [{ kind: 'allow', because: 'confirmed-by-phone' }, 'allowed'],
    [{ kind: 'refuse', because: 'no-valid-pass' }, 'refused'],
  ])('ends with %o, an entry that refers to the scan', (resolution, by) => {
    const lane = held();
    lane.resolve(resolution);
    expect(expectPhase(lane, 'resolved').by).toBe(by);
    const [scan, action] = lane.records;
    expect(action).toEqual({
      kind: 'guard-action',
      id: action?.id,
      ref: scan?.id,
      at: instant(10_000),
      resolution,
      ends: by,
    });
    expect(expectPhase(lane, 'resolved').open.entryIds).toEqual([
      scan?.id,
      action?.id,
    ]);
  });

  it.each<Resolution>([
    { kind: 'measure-again' },
    { kind: 'id-compared', matches: true },
    { kind: 'allow', because: 'id-checked' },
    { kind: 'refuse', because: 'will-not-be-measured' },
  ])('does nothing it does not offer: %o', (resolution) => {
    const lane = held();
    const before = lane.gate();
    lane.resolve(resolution);
    expect(lane.gate()).toBe(before);
  });

  it('does nothing for a word about another scan', () => {
    const lane = held();
    const before = lane.gate();
    const event: GuardEvent = {
      kind: 'resolved',
      scanId: 'another',
      resolution: { kind: 'refuse', because: 'no-valid-pass' },
      at: instant(10_001),
      entryId: 'e',
    };
    expect(accepts(before, event)).toBe(false);
    lane.send(event);
    expect(lane.gate()).toBe(before);
  });
});

describe('comparing the ID', () => {
  it('lets in whoever was held for nothing else', () => {
    const lane = held(authentic(paper()));
    lane.resolve({ kind: 'id-compared', matches: true });
    expect(expectPhase(lane, 'resolved').by).toBe('allowed');
    expect(lane.records).toHaveLength(2);
  });

  it('settles data of some days ago too, which asks for nothing but the ID', () => {
    const old = { ...rules, trustAsOfMs: noonMs - 8 * dayMs };
    const lane = held(authentic(paper()), worldOf(old));
    expect(shownReasons(lane)).toEqual(['stale-trust', 'check-id']);
    lane.resolve({ kind: 'id-compared', matches: true });
    expect(expectPhase(lane, 'resolved').by).toBe('allowed');
  });

  it('says of its entry whether it ended the hold', () => {
    const lane = held(authentic(paper()), worldOf(rules));
    expect(lane.records).toHaveLength(1);
    lane.resolve({ kind: 'id-compared', matches: true });
    expect(lane.records.at(-1)).toMatchObject({ ends: 'allowed' });

    const both = held(authentic(paper(), { dates: ['expired'] }));
    both.resolve({ kind: 'id-compared', matches: true });
    expectPhase(both, 'hold');
    expect(both.records.at(-1)).not.toHaveProperty('ends');
  });

  it('refuses whoever it does not match', () => {
    const lane = held(authentic(paper()));
    lane.resolve({ kind: 'id-compared', matches: false });
    expect(expectPhase(lane, 'resolved').by).toBe('refused');
  });

  it('leaves the rest of the hold as it was, and is not asked twice', () => {
    const lane = held(authentic(paper(), { dates: ['expired'] }));
    const before = expectPhase(lane, 'hold');
    expect(before.choices).toEqual(['id-compared', 'allow', 'refuse']);
    lane.wait(3_000);
    lane.resolve({ kind: 'id-compared', matches: true });
    const after = expectPhase(lane, 'hold');
    expect(after.verdict).toBe(before.verdict);
    expect(after.open.idCompared).toBe(true);
    expect(after.choices).toEqual(['allow', 'refuse']);
    expect(after.sinceMs).toBe(13_000);
    lane.resolve({ kind: 'id-compared', matches: true });
    expect(lane.phase()).toBe(after);
  });

  it('is remembered over a measurement', () => {
    const lane = held(authentic(paper()), worldOf(measuringRules));
    lane.resolve({ kind: 'id-compared', matches: true });
    expect(shownReasons(lane)).toEqual(['check-id', 'temperature-missing']);
    lane.resolve({ kind: 'measure-again' });
    lane.settle(3650);
    expect(shownReasons(lane)).toEqual(['check-id']);
    expect(expectPhase(lane, 'hold').choices).toEqual(['allow', 'refuse']);
    lane.resolve({ kind: 'allow', because: 'id-checked' });
    expect(expectPhase(lane, 'resolved').by).toBe('allowed');
    expect(lane.records.map(({ kind }) => kind)).toEqual([
      'scan',
      'guard-action',
      'guard-action',
      'scan',
      'guard-action',
    ]);
    const [first, ...later] = lane.records;
    expect(later.map(({ ref }) => ref)).toEqual(later.map(() => first?.id));
  });
});

describe('a first fever', () => {
  it('is measured again, never refused in silence', () => {
    const lane = feverish();
    expect(expectPhase(lane, 'hold').choices).toEqual([
      'measure-again',
      'allow',
      'refuse',
    ]);
    lane.wait(300_000);
    lane.resolve({ kind: 'measure-again' });
    expect(expectPhase(lane, 'need-temperature')).toMatchObject({
      attempt: 1,
      samples: [],
      sinceMs: 310_500,
      untilMs: 325_500,
    });
    expect(lane.records[1]).toMatchObject({
      kind: 'guard-action',
      resolution: { kind: 'measure-again' },
    });
  });

  it('admits after a normal second reading, with both on record', () => {
    const lane = feverish();
    lane.resolve({ kind: 'measure-again' });
    lane.settle(3680);
    expect(shownReasons(lane)).toEqual(['colour-green']);
    expect(lane.records[2]).toMatchObject({
      kind: 'scan',
      ref: lane.records[0]?.id,
      at: instant(11_000),
      scan: { at: instant(10_000) },
      readings: [{ rawCenti: 3730 }, { rawCenti: 3680 }],
    });
  });

  it('admits after a normal reading typed from another thermometer', () => {
    const lane = feverish();
    lane.type(3690);
    expect(shownReasons(lane)).toEqual(['colour-green']);
  });

  it('is let in when the guard measured by hand, and for no other reason', () => {
    const lane = feverish();
    const before = lane.gate();
    lane.resolve({ kind: 'allow', because: 'supervisor-approved' });
    expect(lane.gate()).toBe(before);
    lane.resolve({ kind: 'allow', because: 'temperature-normal-by-hand' });
    expect(expectPhase(lane, 'resolved').by).toBe('allowed');
  });

  it('is not forgotten when the second measurement brings nothing', () => {
    const lane = feverish();
    lane.resolve({ kind: 'measure-again' });
    lane.tick(15_000);
    expect(shownReasons(lane)).toEqual(['fever', 'temperature-missing']);
    lane.resolve({ kind: 'measure-again' });
    lane.settle(3740);
    expect(shownReasons(lane)).toEqual(['fever-confirmed']);
  });

  it('takes a typed reading that says nothing for what it is', () => {
    const lane = feverish();
    lane.type(373);
    expect(shownReasons(lane)).toEqual(['fever', 'temperature-implausible']);
  });
});

describe('a second fever', () => {
  it.each<[string, (lane: Lane) => void]>([
    [
      'measured',
      (lane) => {
        lane.resolve({ kind: 'measure-again' });
        lane.settle(3750);
      },
    ],
    [
      'typed',
      (lane) => {
        lane.type(3750);
      },
    ],
  ])('%s is referred: nothing but refusing is left', (_how, measure) => {
    const lane = feverish();
    measure(lane);
    expect(shownReasons(lane)).toEqual(['fever-confirmed']);
    const before = lane.gate();
    expect(expectPhase(lane, 'hold').choices).toEqual(['refuse']);
    lane.resolve({ kind: 'measure-again' });
    lane.resolve({ kind: 'allow', because: 'temperature-normal-by-hand' });
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    lane.type(3600);
    lane.settle(3600);
    expect(lane.gate()).toBe(before);
    lane.resolve({ kind: 'refuse', because: 'referred-to-medical' });
    expect(expectPhase(lane, 'resolved').by).toBe('refused');
  });
});

describe('accepts', () => {
  const stamp = { at: instant(10_001), entryId: 'e' };
  const about = (lane: Lane): { readonly scanId: string } & typeof stamp => ({
    scanId: scanIdOf(lane.gate()) ?? 'none',
    ...stamp,
  });

  it('takes a typed temperature where one is asked or may be measured again', () => {
    const asked = openLane(measuring);
    asked.present();
    const typed = (lane: Lane): GuardEvent => ({
      kind: 'typed',
      centi: 3650,
      ...about(lane),
    });
    expect(accepts(asked.gate(), typed(asked))).toBe(true);
    expect(accepts(feverish().gate(), typed(feverish()))).toBe(true);
    expect(accepts(held().gate(), typed(held()))).toBe(false);
    const shown = openLane();
    shown.present();
    expect(accepts(shown.gate(), typed(shown))).toBe(false);
  });

  it('lets everything be dismissed but a hold', () => {
    const dismissed = (lane: Lane): GuardEvent => ({
      kind: 'dismissed',
      ...about(lane),
    });
    const asked = openLane(measuring);
    asked.present();
    expect(accepts(asked.gate(), dismissed(asked))).toBe(true);
    expect(accepts(held().gate(), dismissed(held()))).toBe(false);
  });

  it('resolves nothing but a hold', () => {
    const asked = openLane(measuring);
    asked.present();
    const resolution = { kind: 'measure-again' } as const;
    const event: GuardEvent = { kind: 'resolved', resolution, ...about(asked) };
    expect(accepts(asked.gate(), event)).toBe(false);
  });

  it('knows no scan at an idle gate, and the open one while its entry is written', () => {
    const lane = openLane();
    expect(scanIdOf(lane.gate())).toBeUndefined();
    expect(
      accepts(lane.gate(), { kind: 'dismissed', scanId: 'none', ...stamp }),
    ).toBe(false);
  });
});
