import { describe, expect, it } from 'vitest';
import type { DemoPerson } from '#fixtures/demo';
import { createReturning } from '../../../kiosk/demo/returning.ts';

const once: DemoPerson = {
  id: 'once',
  labelZh: '一次',
  labelEn: 'Once',
  text: () => 'HV1A',
  expectedOutcome: 'admit',
  expectedReason: 'colour-green',
};
const twice: DemoPerson = {
  ...once,
  id: 'twice',
  returns: {
    afterMs: 50_000,
    expectedOutcome: 'hold',
    expectedReason: 'replay',
  },
};

interface Away {
  show(text: string, ms: number): void;
  after(ms: number): ReturnType<ReturnType<typeof createReturning>['due']>;
}

function away(person: DemoPerson): Away {
  let nowMs = 1_000;
  const returning = createReturning(() => nowMs);
  returning.shown(person, 'HV1FIRST');
  return {
    show: (text, ms) => {
      nowMs = 1_000 + ms;
      returning.shown(person, text);
    },
    after: (ms) => {
      nowMs = 1_000 + ms;
      return returning.due();
    },
  };
}

describe('createReturning', () => {
  it('brings them back with the very text they showed, once, when it is time', () => {
    const { after } = away(twice);
    expect(after(49_999)).toBeUndefined();
    expect(after(50_000)).toEqual({ person: twice, text: 'HV1FIRST' });
    expect(after(51_000)).toBeUndefined();
  });

  it('brings back nobody who comes but once', () => {
    expect(away(once).after(50_000)).toBeUndefined();
  });

  it('awaits the first text, whatever else is shown meanwhile', () => {
    const { after, show } = away(twice);
    show('HV1SECOND', 30_000);
    expect(after(50_000)?.text).toBe('HV1FIRST');
    show('HV1THIRD', 60_000);
    expect(after(110_000)?.text).toBe('HV1THIRD');
  });

  it('gives up before the code would be stale', () => {
    const { after } = away(twice);
    expect(after(80_001)).toBeUndefined();
    expect(after(60_000)).toBeUndefined();
  });
});
