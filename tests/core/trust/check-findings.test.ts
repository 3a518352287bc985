import { describe, expect, it } from 'vitest';
import { type SinglePass } from '#core/pass';
import { checkPass, type TrustedTime, type IssuerKey } from '#core/trust';
import { check, greenPass, household } from './passes.ts';
import {
  issuerKey,
  nowSeconds,
  quick,
  signPass,
  testKey,
  trustedNow,
} from './signing.ts';
import { trustOf } from './trust-of.ts';

const sichuan = testKey('51');

describe('checkPass, the scope of the key', () => {
  it('finds a key that may not sign passes', () => {
    expect(scopeUnder({ kinds: ['site'] })).toEqual(['kind']);
  });

  it('finds a form that the key may not sign, and takes none for granted', () => {
    expect(scopeUnder({ forms: ['live', 'paper'] })).toEqual(['form']);
    expect(scopeUnder({ forms: [] })).toEqual(['form']);
  });

  it('finds an issue date outside the window of the key: from inclusive, until exclusive', () => {
    const issuedAt = greenPass().issuedAt;
    expect(scopeUnder({ from: issuedAt })).toEqual([]);
    expect(scopeUnder({ from: issuedAt + 1 })).toEqual(['key-window']);
    expect(scopeUnder({ until: issuedAt + 1 })).toEqual([]);
    expect(scopeUnder({ until: issuedAt })).toEqual(['key-window']);
  });

  it('finds everything at once', () => {
    expect(scopeUnder({ kinds: ['site'], forms: [], until: 1 })).toEqual([
      'kind',
      'form',
      'key-window',
    ]);
  });

  function scopeUnder(changes: Partial<IssuerKey>): unknown {
    const text = signPass(greenPass(), sichuan);
    const checked = check(text, { keys: [issuerKey(sichuan, changes)] });
    return checked.kind === 'authentic'
      ? checked.authentic.outOfScope
      : checked;
  }
});

describe('checkPass, the dates', () => {
  /** Seconds from now at which the truth may begin and end, then the dates found. */
  const rows: readonly (readonly [
    string,
    number,
    number,
    readonly string[],
  ])[] = [
    ['well inside', 0, 10, []],
    ['on the first second', -3_600, -3_600, []],
    [
      'a millisecond before the first second',
      -3_600.001,
      -3_600.001,
      ['not-yet'],
    ],
    ['around the first second', -3_601, -3_600, ['doubtful-clock']],
    ['just before the last', 3_599, 3_599.999, []],
    ['on the end, which is outside', 3_600, 3_600, ['expired']],
    ['around the end', 3_599.999, 3_600, ['doubtful-clock']],
    ['long after', 90_000, 90_002, ['expired']],
    ['long before', -90_002, -90_000, ['not-yet']],
    ['anywhere', -90_000, 90_000, ['doubtful-clock']],
  ];

  it.each(rows)(
    'finds, %s, what follows from both ends',
    (_, lo, hi, found) => {
      expect(datesAt(greenPass(), lo, hi)).toEqual(found);
    },
  );

  it('lets an issuer be five minutes ahead and no more', () => {
    const early = greenPass({
      issuedAt: nowSeconds + 300,
      notBefore: nowSeconds - 10,
    });
    expect(datesAt(early, 0, 0)).toEqual([]);
    expect(datesAt(early, -0.001, -0.001)).toEqual(['not-yet']);
  });

  it('never finds a pass in force when the clock is set back behind what is known', () => {
    const time = { ...trustedNow, upperMs: 8_640_000_000_000_000 };
    expect(datesOf(greenPass(), { ...time, state: 'doubtful' })).toEqual([
      'doubtful-clock',
    ]);
  });

  function datesAt(pass: SinglePass, lo: number, hi: number): unknown {
    const time = {
      ...trustedNow,
      lowerMs: (nowSeconds + lo) * 1000,
      upperMs: (nowSeconds + hi) * 1000,
    };
    return datesOf(pass, time);
  }

  function datesOf(pass: SinglePass, time: TrustedTime): unknown {
    const text = signPass(pass, sichuan);
    const checked = checkPass(text, trustOf(), quick, time, 'site');
    return checked.kind === 'authentic' ? checked.authentic.dates : checked;
  }
});

describe('checkPass, the status', () => {
  it.each([
    [0, 'normal'],
    [1, 'status-hold'],
    [2, 'status-revoked'],
    [3, 'status-changed'],
    [7, 'normal'],
    [8, 'status-unknown-list'],
    [1_048_575, 'status-unknown-list'],
  ])('finds at index %i: %s', (index, expected) => {
    expect(statusOf({ list: 1, index })).toEqual([expected]);
  });

  it('finds a list that is not held', () => {
    expect(statusOf({ list: 2, index: 0 })).toEqual(['status-unknown-list']);
  });

  it('finds one status for each member of a household, in their order', () => {
    const checked = check(signPass(household(['G', 'G', 'G']), sichuan));
    expect(checked).toMatchObject({
      authentic: { status: ['normal', 'status-hold', 'status-revoked'] },
    });
  });

  function statusOf(status: { list: number; index: number }): unknown {
    const pass = greenPass();
    const checked = check(
      signPass({ ...pass, health: { ...pass.health, status } }, sichuan),
    );
    return checked.kind === 'authentic' ? checked.authentic.status : checked;
  }
});
