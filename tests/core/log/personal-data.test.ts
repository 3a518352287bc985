import { describe, expect, test } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import {
  decodePersonalData,
  encodePersonalData,
  personalDataOf,
} from '#core/log';
import {
  admitted,
  authentic,
  householdPass,
  singlePass,
  type ScanRecord,
} from './example-records.ts';

const household: ScanRecord = {
  ...admitted,
  scan: {
    ...admitted.scan,
    checked: {
      kind: 'authentic',
      authentic: { ...authentic.authentic, pass: householdPass },
    },
  },
};

describe('personal data', () => {
  test.each([
    ['one person', admitted],
    ['a household', household],
  ])('of %s reads back as it was written', (_, record) => {
    const data = personalDataOf(record);
    expect(data && decodePersonalData(encodePersonalData(data))).toEqual(data);
  });

  test('names every member of a household, the guardian first', () => {
    expect(personalDataOf(household)?.persons).toEqual([
      singlePass.health.person,
      { name: '艾力' },
    ]);
  });

  test('says nothing of health', () => {
    const data = personalDataOf(admitted);
    const bytes = Buffer.from(data ? encodePersonalData(data) : []);
    expect(bytes.includes(Buffer.from(singlePass.passId))).toBe(true);
    expect(bytes.includes('绿码')).toBe(false);
  });
});

describe('decodePersonalData', () => {
  const id = new Uint8Array(16);
  const person = new Map([[1, 'x']]);
  test.each<[string, CborValue]>([
    ['no map', 1],
    ['an empty map', new Map()],
    ['no pass id', new Map([[2, [person]]])],
    ['no persons', new Map([[1, id]])],
    [
      'a person that is no map',
      new Map<number, CborValue>([
        [1, id],
        [2, [1]],
      ]),
    ],
    [
      'a person without a name',
      new Map<number, CborValue>([
        [1, id],
        [2, [new Map([[3, '1234']])]],
      ]),
    ],
  ])('refuses %s', (_, value) => {
    expect(decodePersonalData(encodeCbor(value))).toBeUndefined();
  });

  test('refuses bytes that are not of the profile', () => {
    expect(decodePersonalData(Uint8Array.of(0xff))).toBeUndefined();
  });
});
