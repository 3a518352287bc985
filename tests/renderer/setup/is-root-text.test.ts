import { describe, expect, test } from 'vitest';
import { isRootText } from '../../../renderer/setup/is-root-text.ts';

describe("a root's file", () => {
  test('calls itself one', () => {
    expect(isRootText('{"signatures":[],"signed":{"_type":"root"}}')).toBe(
      true,
    );
  });

  test.each([
    ['', 'nothing'],
    ['HPB1', 'no JSON'],
    ['null', 'null'],
    ['["signed"]', 'a list'],
    ['{"_type":"root"}', 'unsigned'],
    ['{"signed":"root"}', 'a text for what is signed'],
    ['{"signed":{"_type":"targets"}}', 'another role'],
    ['{"kid":"00","publicKey":"00"}', 'a key'],
  ])('is not %s: %s', (text) => {
    expect(isRootText(text)).toBe(false);
  });
});
