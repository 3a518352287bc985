import { describe, expect, test } from 'vitest';
import { words, type ReasonCode, type ShownMember } from '#kiosk/contract';
import { wordsOnMember } from '../../../renderer/gate/member-words.ts';

function said(
  colour: ShownMember['colour'],
  ...codes: readonly ReasonCode[]
): readonly (string | undefined)[] {
  const member: ShownMember = {
    maskedName: '李*',
    ...(colour !== undefined && { colour }),
    outcome: 'hold',
    reasons: codes.map((code) => ({ code })),
    badges: [],
  };
  return wordsOnMember(member).map((say) => say?.(words.en, 'en'));
}

describe('what is said beside a member of a household', () => {
  test('is the colour of whoever has nothing against them alone', () => {
    expect(said('green')).toEqual([undefined, 'Green']);
  });

  test('is the first reason, the colour stepping back', () => {
    expect(said('green', 'status-hold', 'colour-held')).toEqual([
      'Green',
      'Paused by issuer',
    ]);
  });

  test('does not say a colour twice', () => {
    expect(said('red', 'colour-red')).toEqual([undefined, 'Red code']);
    expect(said(undefined, 'colour-unconfirmed')[0]).toBeUndefined();
  });

  test('is nothing of whom only the whole stands against and who has no colour', () => {
    expect(said(undefined)).toEqual([undefined, undefined]);
  });
});
