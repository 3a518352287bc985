import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusList } from '#fixtures/issuer';
import { countStatuses } from '#core/trust';

const heading = { issuer: '51', list: 1, asOfMs: 0 };
const names = ['normal', 'hold', 'revoked', 'changed'] as const;

describe('countStatuses', () => {
  it('counts every index of a list once', () => {
    const statuses = fc.array(fc.constantFrom(...names), { minLength: 1 });
    fc.assert(
      fc.property(statuses, (told) => {
        const exceptions = new Map(told.entries());
        const list = statusList({ ...heading, size: told.length, exceptions });
        const expected = Object.fromEntries(
          names.map((name) => [name, told.filter((it) => it === name).length]),
        );
        expect(countStatuses(list)).toEqual(expected);
      }),
    );
  });

  it('counts across chunks', () => {
    const list = statusList({
      ...heading,
      size: 2 ** 20 + 2,
      hold: [2 ** 20],
      revoked: [0, 2 ** 20 - 1],
      changed: [2 ** 20 + 1],
    });
    expect(countStatuses(list)).toEqual({
      normal: 2 ** 20 - 2,
      hold: 1,
      revoked: 2,
      changed: 1,
    });
  });
});
