import { describe, expect, test } from 'vitest';
import { codePath } from '../../../renderer/verdict/code-path.ts';
import { readSvg } from '../../fixtures/issuer/read-qr.ts';

describe('the code to apply with', () => {
  test.each([
    'https://apply.example/510100?from=gate',
    '请到三号窗口申报',
    `https://apply.example/${'a'.repeat(178)}`,
  ])('is read by a phone as it was signed: %s', (text) => {
    const { size, path } = codePath(text);
    const svg = `<svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
    expect(readSvg(svg)).toBe(text);
  });
});
