import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeText, toPassText, type Frame } from '#core/pass';
import { vectors } from '#fixtures/vectors';

const sound = textOf('accepted-live-least');
let soundFrame: Frame;

beforeAll(() => {
  const read = decodeText(sound);
  if (!read.ok) throw new Error('the sound text is not read');
  soundFrame = read.value.frame;
});

describe('the ends of a capture', () => {
  it('trims White_Space, Cc and U+FEFF, and no other character', () => {
    const trimmed = /^[\p{White_Space}\p{Cc}\uFEFF]$/u;
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const isSurrogate = point >= 0xd800 && point <= 0xdfff;
      const isFarAway = point > 0x11000 && point % 0x101 !== 0;
      if (isSurrogate || isFarAway) continue;
      const character = String.fromCodePoint(point);
      const isRead =
        decodeText(character + sound).ok && decodeText(sound + character).ok;
      if (isRead !== trimmed.test(character))
        expect.fail(`U+${point.toString(16)} is read: ${isRead}`);
    }
  });

  it('cuts at 65,536 units before it trims', () => {
    const before = ' '.repeat(65_536 - sound.length);
    expect(decodeText(`${before}${sound}and more`).ok).toBe(true);
    expect(answer(` ${before}${sound}`)).toBe('malformed base32-length');
    expect(answer(`${' '.repeat(65_536)}${sound}`)).toBe('not-a-pass empty');
  });

  it('leaves what lies between alone', () => {
    const cut = `${sound.slice(0, 50)} ${sound.slice(50)}`;
    expect(answer(cut)).toBe('malformed base32-alphabet');
  });
});

describe('bad input', () => {
  const mebibyte = 2 ** 20;

  it.each<readonly [string, () => string, string]>([
    ['letters', () => 'A'.repeat(mebibyte), 'not-a-pass too-long'],
    [
      'letters after the prefix',
      () => `HP1${'A'.repeat(mebibyte)}`,
      'malformed text-too-long',
    ],
    ['NULs', () => '\0'.repeat(mebibyte), 'not-a-pass empty'],
    ['digits', () => '7'.repeat(mebibyte), 'not-a-pass digits'],
    [
      'spaces between two letters',
      () => `a${' '.repeat(65_534)}b`,
      'not-a-pass too-long',
    ],
  ])('has an answer for a great many %s', (_what, makeText, expected) => {
    expect(answer(makeText())).toBe(expected);
  });

  it.each([
    ['\uD83D', 'not-a-pass unknown'],
    ['HP1\uD83D', 'malformed base32-alphabet'],
    ['HP1\0\0\0\0\0\0\0A', 'malformed base32-alphabet'],
    ['HP1', 'malformed cbor-truncated'],
  ])('has an answer for %j', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it('never throws and is never a frame, whatever the text', () => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
    const noise = fc.array(unit, { maxLength: 60 }).map((all) => all.join(''));
    const letters = fc.string({
      unit: fc.constantFrom('A', 'B', 'Q', '2', '7'),
    });
    const prefix = fc.constantFrom('', 'HP1', 'hp1', 'HP2', 'HV1', 'HS7');
    const anything = fc
      .tuple(prefix, fc.oneof(noise, letters))
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(anything, (text) => !decodeText(text).ok),
      { numRuns: 3000 },
    );
  });

  it('never says more of a text than its kind', () => {
    for (const { text } of vectors) {
      const read = decodeText(text);
      if (read.ok) continue;
      const said = new Set(Object.keys(read.error));
      for (const known of ['reason', 'detail', 'looksLike', 'where'])
        said.delete(known);
      expect([...said]).toEqual([]);
      if ('where' in read.error) expect(read.error.where).toMatch(/^\d+$/);
    }
  });
});

describe('a damaged code', () => {
  it('is never the same frame with a bit changed, save that of the case', () => {
    for (let at = 0; at < sound.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const unit = sound.charCodeAt(at) ^ (1 << bit);
        const text =
          sound.slice(0, at) + String.fromCharCode(unit) + sound.slice(at + 1);
        const isSame = text.toUpperCase() === sound;
        expect(isSameFrame(text)).toBe(isSame);
      }
  });

  it('is refused when cut anywhere', () => {
    for (let length = 0; length < sound.length; length += 1)
      expect(decodeText(sound.slice(0, length)).ok).toBe(false);
  });

  it('is refused with anything doubled', () => {
    for (let at = 1; at < sound.length; at += 1)
      expect(isSameFrame(sound.slice(0, at) + sound.slice(at - 1))).toBe(false);
    expect(decodeText(sound + sound).ok).toBe(false);
  });
});

describe('toPassText', () => {
  it('writes the text that was read', () => {
    expect(toPassText(soundFrame.bytes)).toBe(sound);
  });
});

function isSameFrame(text: string): boolean {
  const read = decodeText(text);
  return (
    read.ok && Buffer.compare(read.value.frame.bytes, soundFrame.bytes) === 0
  );
}

function answer(text: string): string {
  const read = decodeText(text);
  if (read.ok) return 'a frame';
  const { error } = read;
  if (error.reason === 'malformed') return `malformed ${error.detail}`;
  if (error.reason === 'update-kiosk') return error.reason;
  return `not-a-pass ${error.looksLike}`;
}

function textOf(id: string): string {
  const found = vectors.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no vector ${id}`);
  return found.text;
}
