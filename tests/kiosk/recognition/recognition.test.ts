import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toStopDraft } from '#core/log';
import { decide } from '#core/policy';
import type { CheckedPass } from '#core/trust';
import { StoreError } from '#db';
import { createRecognition } from '#kiosk/recognition';
import { createCalendar, createDedupeTagger } from '#kiosk/vault';
import {
  at,
  authentic,
  checkpoint,
  dayMs,
  factsOf,
  hourMs,
  live,
  noonMs,
  single,
  withPolicy,
} from '../../core/policy/scenes.ts';
import { memoryVault, newFolder } from '../vault/vault-in.ts';
import {
  openRememberingLane,
  type RememberingLane,
} from './remembering-lane.ts';

const fiveMinutes = withPolicy({ seenAgainWithinMs: 300_000 });
const yellow = authentic(single({ colour: { code: '01' } }));

let lane: RememberingLane;
beforeEach(() => {
  lane = openRememberingLane(newFolder(), fiveMinutes);
});
afterEach(() => {
  lane.close();
});

function codes(): readonly string[] {
  return lane.verdict()?.reasons.map(({ code }) => code) ?? [];
}

function nonce(number: number, isStale = false): CheckedPass {
  return live(single(), isStale, number);
}

describe('a live presentation', () => {
  test('is the same for 45 s and a replay ever after, with when and where it was first seen', () => {
    expect(lane.show(nonce(1))).toBe('taken');
    expect(codes()).toEqual(['colour-green']);
    lane.pass(44_999);
    expect(lane.show(nonce(1))).toBe('same-presentation');
    lane.pass(1);
    expect(lane.show(nonce(1))).toBe('taken');
    expect(codes()).toEqual(['replay']);
    expect(lane.history(nonce(1))).toEqual({
      kind: 'replay',
      atMs: noonMs,
      lane: checkpoint.lane,
    });
  });

  test('is a replay at once after a restart, for the grace is the gate’s own', () => {
    lane.show(nonce(1));
    lane.pass(10_000);
    lane.restart();
    expect(lane.show(nonce(1))).toBe('taken');
    expect(codes()).toEqual(['replay']);
  });

  test('is a replay on a lane of another name, which the entry names', () => {
    lane.show(nonce(1));
    lane.restart('7');
    lane.show(nonce(1));
    expect(lane.verdict()?.reasons).toEqual([
      { code: 'replay', detail: 'other-lane' },
    ]);
    expect(lane.history(nonce(1))).toMatchObject({ lane: checkpoint.lane });
  });

  test('is still known past midnight, when the tag of its pass is another', () => {
    lane.show(nonce(1));
    lane.pass(13 * hourMs);
    expect(lane.history(nonce(1)).kind).toBe('replay');
    expect(lane.history(nonce(2)).kind).toBe('new');
    lane.restart();
    expect(lane.history(nonce(1)).kind).toBe('replay');
  });

  test('that was stale is used up all the same, and said to be stale again', () => {
    lane.show(nonce(1, true));
    expect(codes()).toEqual(['stale-presentation']);
    expect(lane.history(nonce(1)).kind).toBe('replay');
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    lane.pass(60_000);
    lane.show(nonce(1, true));
    expect(codes()).toEqual(['stale-presentation']);
  });

  test('is told from the next, from that of another pass and of another issuer', () => {
    const { recognition } = lane;
    const other = single({}, { passId: new Uint8Array(16).fill(9) });
    const elsewhere = single({}, { issuer: 'CN-5' });
    const shown = [
      nonce(1),
      nonce(2),
      live(other),
      live(elsewhere),
      live(single({}, { form: 'live' })),
    ];
    const tags = shown.map(
      (each) => recognition().recognise(each, at()).presentationTag,
    );
    expect(new Set(tags).size).toBe(4);
    // Only issuer, pass and nonce count: how else it is encoded does not.
    expect(tags[4]).toBe(tags[0]);
    for (const tag of tags) expect(tag).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a pass', () => {
  test('whose holder was let in is seen again within the time of the policy', () => {
    lane.show(authentic());
    lane.pass(120_000);
    lane.show(authentic());
    expect(codes()).toEqual(['seen-again']);
    expect(lane.history(authentic())).toEqual({
      kind: 'seen-again',
      atMs: noonMs,
      lane: checkpoint.lane,
    });
    lane.resolve({ kind: 'refuse', because: 'id-does-not-match' });
    lane.pass(180_501);
    lane.show(authentic());
    expect(codes()).toEqual(['colour-green']);
  });

  test('is seen again by a new presentation too, and after a restart', () => {
    lane.show(nonce(1));
    lane.pass(120_000);
    lane.restart();
    lane.show(nonce(2));
    expect(codes()).toEqual(['seen-again']);
  });

  test('whose holder was held or refused has not been seen', () => {
    lane.show(yellow);
    expect(lane.history(yellow)).toEqual({ kind: 'new' });
    lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    expect(lane.history(yellow)).toEqual({ kind: 'new' });
    lane.restart();
    expect(lane.history(yellow)).toEqual({ kind: 'new' });
  });

  test('whose holder the guard let in has, from that moment on', () => {
    lane.show(yellow);
    lane.pass(30_000);
    lane.resolve({ kind: 'allow', because: 'confirmed-by-phone' });
    const seen = { kind: 'seen-again', atMs: noonMs + 30_000 };
    expect(lane.history(yellow)).toMatchObject(seen);
    lane.restart();
    expect(lane.history(yellow)).toMatchObject(seen);
  });

  test('is forgotten at midnight with the key of the day', () => {
    lane.pass(12 * hourMs - 30_000);
    lane.show(authentic());
    lane.pass(29_999);
    expect(lane.history(authentic()).kind).toBe('seen-again');
    lane.pass(1);
    expect(lane.history(authentic())).toEqual({ kind: 'new' });
  });

  test('that is not authentic is not recognised at all', () => {
    const { recognition } = lane;
    const checked: CheckedPass = { kind: 'counterfeit', detail: 'small-order' };
    expect(recognition().recognise(checked, at())).toEqual({
      history: { kind: 'new' },
    });
  });
});

describe('recalling', () => {
  function recognitionOver(page: RememberingLane['entries']['page']) {
    return createRecognition({
      entries: { page },
      checkpoint,
      tagger: createDedupeTagger({ vault: memoryVault() }),
      calendar: createCalendar('Asia/Shanghai'),
      seenAgainWithinMs: () => 300_000,
    });
  }

  test('reads one page of an old log, more of a young one, and no more once it has', () => {
    for (let i = 0; i < 300; i += 1) {
      lane.pass(i === 20 ? dayMs : 10_000);
      lane.show({ kind: 'unknown-key' });
      lane.resolve({ kind: 'refuse', because: 'no-valid-pass' });
    }
    const reads: number[] = [];
    const recognition = recognitionOver((request) => {
      const page = lane.entries.page(request);
      reads.push(page.entries.length);
      return page;
    });
    const young = at(noonMs + dayMs + 300 * 10_000);
    expect(recognition.recall(young).ok).toBe(true);
    expect(reads).toEqual([256, 256]);
    expect(recognition.recall(young).ok).toBe(true);
    expect(reads).toHaveLength(2);

    reads.length = 0;
    const late = recognitionOver((request) => {
      const page = lane.entries.page(request);
      reads.push(page.entries.length);
      return page;
    });
    late.recall(at(noonMs + 9 * dayMs));
    expect(reads).toEqual([256]);
  });

  test('fails with the disk, and succeeds when that is back', () => {
    lane.show(nonce(1));
    let isGone = true;
    const recognition = recognitionOver((request) => {
      if (isGone)
        throw new StoreError({ code: 'store.corrupt', message: 'gone' });
      return lane.entries.page(request);
    });
    expect(recognition.recall(at())).toEqual({ ok: false, error: 'store.io' });
    isGone = false;
    expect(recognition.recall(at()).ok).toBe(true);
    expect(recognition.recognise(nonce(1), at()).history.kind).toBe('replay');
  });

  test('does not take a bug for a failure of the disk', () => {
    const recognition = recognitionOver(() => {
      throw new TypeError('a bug');
    });
    expect(() => recognition.recall(at())).toThrow(TypeError);
  });

  test('passes over what is not of a lane', () => {
    lane.entries.append(toStopDraft({ id: randomUUID(), at: at() }));
    lane.show(nonce(1));
    lane.restart();
    expect(lane.history(nonce(1)).kind).toBe('replay');
  });

  test('is of the latest 4096, however long ago they were', () => {
    const recognition = recognitionOver(() => ({ entries: [] }));
    const showing = (number: number): CheckedPass => {
      const nonce = Uint8Array.of(0, 0, 0, 0, 0, 0, number >> 8, number);
      return authentic(single(), {
        showing: { kind: 'live', nonce, isStale: false },
      });
    };
    const remember = (number: number): void => {
      const checked = showing(number);
      const facts = factsOf(checked);
      recognition.remember({
        kind: 'scan',
        id: String(number),
        at: at(),
        scan: {
          scanId: String(number),
          source: 'serial',
          reader: 'scanner-1',
          at: at(),
          checked,
          ...recognition.recognise(checked, at()),
        },
        verdict: decide(facts, fiveMinutes, at()),
        readings: [],
      });
    };
    for (let number = 0; number <= 4096; number += 1) remember(number);
    const later = at(noonMs + dayMs);
    const kindOf = (number: number): string =>
      recognition.recognise(showing(number), later).history.kind;
    expect([kindOf(0), kindOf(1), kindOf(4096)]).toEqual([
      'new',
      'replay',
      'replay',
    ]);
  });

  test('passes over an entry it cannot read', () => {
    lane.show(nonce(1));
    const recognition = recognitionOver((request) => {
      const { entries } = lane.entries.page(request);
      const [entry] = entries;
      if (entry === undefined) return { entries };
      return { entries: [{ ...entry, header: Uint8Array.of(0) }, entry] };
    });
    expect(recognition.recall(at()).ok).toBe(true);
    expect(recognition.recognise(nonce(1), at()).history.kind).toBe('replay');
  });
});
