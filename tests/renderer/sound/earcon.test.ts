import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#kiosk/contract';
import {
  earconOf,
  earcons,
  troublesOf,
} from '../../../renderer/sound/earcon.ts';
import { admit, hold, snapshotWith } from '../snapshots.ts';

describe('the sound of an outcome', () => {
  test('is the same verdict however often it is drawn', () => {
    expect(earconOf(admit(1600))).toEqual(earconOf(admit(200)));
  });

  test('is a new verdict after another measurement of the same scan', () => {
    expect(earconOf(hold(1))?.verdictId).not.toBe(earconOf(hold(2))?.verdictId);
  });

  test('is there for admit, hold, deny and what is not a pass, and for nothing else', () => {
    expect(earconOf({ kind: 'idle' })).toBeUndefined();
    expect(earconOf({ kind: 'reading' })).toBeUndefined();
    expect(earconOf(admit(1600))?.name).toBe('admit');
    expect(earconOf(hold(0))?.name).toBe('hold');
    expect(
      earconOf({
        kind: 'not-a-pass',
        scanId: '1',
        verdict: {
          outcome: 'none',
          reasons: [{ code: 'not-a-pass' }],
          advice: [],
          badges: [],
          members: [],
          temperaturesDeci: [],
        },
        countdown: { leftMs: 2000, wholeMs: 2000 },
      })?.name,
    ).toBe('not-a-pass');
  });

  test('reminds every twenty seconds of a hold nobody has decided, and only of a hold', () => {
    expect(earconOf(hold(0))?.remindsEveryMs).toBe(20_000);
    expect(earconOf(admit(1600))?.remindsEveryMs).toBeUndefined();
  });

  test('rises twice for an admit, stays even for a hold, begins long for a deny', () => {
    expect(earcons.admit.every(({ fromHz, toHz }) => toHz > fromHz)).toBe(true);
    expect(new Set(earcons.hold.map(({ lastsMs }) => lastsMs)).size).toBe(1);
    expect(earcons.hold).toHaveLength(3);
    const [long, short] = earcons.deny;
    expect(long && short && long.lastsMs > 3 * short.lastsMs).toBe(true);
  });
});

describe('the trouble of a lane', () => {
  test('is a lost device, by its id, whether or not another one still reads', () => {
    expect(troublesOf(live({ devices: [scanner(true)] }))).toEqual(['s1']);
    expect(troublesOf(live({ devices: [scanner(false)] }))).toEqual([]);
  });

  test('is a log that cannot be written', () => {
    const gate = { kind: 'out-of-service', failure: 'store.full' } as const;
    expect(troublesOf(live({ gate }))).toEqual(['out-of-service']);
  });

  test('is a service that is gone, and not one that has yet to come', () => {
    expect(troublesOf({ kind: 'interrupted' })).toEqual(['interrupted']);
    expect(troublesOf({ kind: 'connecting' })).toEqual([]);
  });
});

function live(differing: Partial<Snapshot>): Parameters<typeof troublesOf>[0] {
  return { kind: 'live', snapshot: snapshotWith(differing), atMs: 0 };
}

function scanner(isLost: boolean): Snapshot['devices'][number] {
  return isLost
    ? { id: 's1', kind: 'scanner', state: 'lost', failure: 'device.unplugged' }
    : { id: 's1', kind: 'scanner', state: 'open' };
}
