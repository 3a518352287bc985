import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDocument, maskName } from '#core/policy';

describe('maskName', () => {
  it.each([
    ['张三明', '张*明'],
    ['欧阳娜娜', '欧**娜'],
    ['张三', '张*'],
    ['张', '*'],
    ['买买提·艾力', '买****力'],
    ['Maria Li', 'M***a L*'],
    ['  Ann \t X  ', 'A*n *'],
    ['𠮷野家', '𠮷*家'],
    ['', ''],
  ])('shows %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('leaves at most the first and the last character of each word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        for (const word of maskName(name).split(' ')) {
          const inside = Array.from(word).slice(1, -1);
          expect(inside.every((character) => character === '*')).toBe(true);
        }
      }),
    );
  });
});

describe('maskDocument', () => {
  it.each([
    ['5101234', '****1234'],
    ['1234', '****1234'],
    ['12', '****12'],
  ])('shows %s as %s', (number, shown) => {
    expect(maskDocument(number)).toBe(shown);
  });
});
