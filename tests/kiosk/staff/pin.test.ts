import { describe, expect, test } from 'vitest';
import { hashPin, isPinHash, isWeakPin } from '#kiosk/staff';
import { isPin } from '../../../kiosk/staff/pin.ts';

describe('the hash of a PIN', () => {
  test('is of its PIN alone, another each time, and never cheaper than said', async () => {
    const [one, other] = await Promise.all([
      hashPin('90417263'),
      hashPin('90417263'),
    ]);
    expect(one).toMatch(/^scrypt\$17\$8\$1\$/);
    expect(one).not.toBe(other);
    expect(await isPin('90417263', one)).toBe(true);
    expect(await isPin('90417264', one)).toBe(false);
    expect(isPinHash(one)).toBe(true);
    expect(isPinHash(one.replace('$17$', '$10$'))).toBe(false);
    expect(isPinHash('')).toBe(false);
  });

  test('takes full-width digits for what they are', async () => {
    const hash = await hashPin('９０４１７２６３');
    expect(await isPin('90417263', hash)).toBe(true);
  });

  test('that nobody has is of no PIN', async () => {
    expect(await isPin('90417263', undefined)).toBe(false);
  });
});

describe('a PIN', () => {
  test.each([
    ['too short', '9041726'],
    ['a run upwards', '34567890'],
    ['a run downwards', '87654321'],
    ['a run of letters', 'abcdefgh'],
    ['a run by twos', '13579135'],
    ['one digit', '88888888'],
    ['three digits', '11223311'],
    ['a pair over and over', '58585858'],
    ['four over and over', '90419041'],
    ['its own mirror image', '90411409'],
    ['a birthday from the year on', '19880214'],
    ['a birthday from the day on', '14021988'],
    ['a birthday from the month on', '02141988'],
    ['a run in full-width digits', '３４５６７８９０'],
    ['a common one', '52013140'],
    ['a common one backwards', '04131025'],
    ['a word everyone knows', 'PassWord'],
  ])('that is %s is weak', (_, pin) => {
    expect(isWeakPin(pin)).toBe(true);
  });

  test.each([
    '90417263',
    '55081937',
    '86421357',
    'gate 7 left',
    '一路向北过了七座桥',
    '20408060',
  ])('like %s is not', (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });
});
