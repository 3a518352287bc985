import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, OutsideProfile } from '#core/cbor';
import type { CborValue } from '#core/cbor';
import { anyText, value } from './arbitrary-value.ts';

describe('decodeCbor', () => {
  it('reads back whatever encodeCbor writes', () => {
    fc.assert(
      fc.property(value(6), (sent) => {
        expect(decodeCbor(encodeCbor(sent))).toStrictEqual({
          ok: true,
          value: sent,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('accepts of any value one encoding alone, whatever bytes arrive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expectCanonical(bytes);
      }),
      { numRuns: 5000 },
    );
  });

  it('accepts one encoding alone when a byte of a sound item changes', () => {
    fc.assert(
      fc.property(
        value(5),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (sent, place, byte) => {
          const bytes = Uint8Array.from(encodeCbor(sent));
          bytes[place % bytes.length] = byte;
          expectCanonical(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses every part of an item that is not the whole', () => {
    fc.assert(
      fc.property(value(4), fc.nat(), (sent, place) => {
        const bytes = encodeCbor(sent);
        const part = bytes.subarray(0, place % bytes.length);
        expect(detailOf(part)).toBe('cbor-truncated');
      }),
    );
  });

  it('says at which byte the item starts that breaks a rule', () => {
    const read = decodeCbor(hex('a2 01 02 02 83 01 f6 03'));
    expect(read).toEqual({ ok: false, error: { detail: 'cbor-type', at: 6 } });
  });

  it('reads a key out of order before what stands under it', () => {
    expect(detailOf(hex('a2 02 01 01 f6'))).toBe('cbor-unsorted-keys');
  });

  it('counts the outermost array as the first of six levels', () => {
    expect(decodeCbor(hex('81 81 81 81 81 80')).ok).toBe(true);
    expect(detailOf(hex('81 81 81 81 81 81 80'))).toBe('cbor-depth');
  });

  it('refuses ten thousand nested arrays without recursing into them', () => {
    expect(detailOf(new Uint8Array(10_000).fill(0x81))).toBe('cbor-depth');
  });

  it('refuses an array that claims more items than there are bytes', () => {
    expect(detailOf(hex('9b 00 1f ff ff ff ff ff ff'))).toBe('cbor-truncated');
  });

  it('reads the largest integers of the profile and no larger one', () => {
    const { MAX_SAFE_INTEGER: most } = Number;
    const largest = hex('1b 00 1f ff ff ff ff ff ff');
    const smallest = hex('3b 00 1f ff ff ff ff ff fe');
    expect(decodeCbor(largest)).toEqual({ ok: true, value: most });
    expect(decodeCbor(smallest)).toEqual({ ok: true, value: -most });
    const range = 'cbor-integer-range';
    expect(detailOf(hex('1b 00 20 00 00 00 00 00 00'))).toBe(range);
    expect(detailOf(hex('3b 00 1f ff ff ff ff ff ff'))).toBe(range);
    expect(detailOf(hex('1b 00 20 00 00 00 00 00 01'))).toBe(range);
  });

  it('takes text for UTF-8 exactly where the platform does', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const isUtf8 = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch (error) {
        if (error instanceof TypeError) return false;
        throw error;
      }
    };
    const almostUtf8 = fc
      .tuple(anyText, fc.nat(), fc.nat(255))
      .map(([text, place, byte]) => {
        const bytes = new TextEncoder().encode(text);
        if (bytes.length > 0) bytes[place % bytes.length] = byte;
        return bytes;
      });
    const any = fc.oneof(almostUtf8, fc.uint8Array({ maxLength: 6 }));
    fc.assert(
      fc.property(any, (bytes) => {
        const read = detailOf(textItem(bytes));
        expect(read === 'text-utf8').toBe(!isUtf8(bytes));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['41 0a', 'bytes are anything', undefined],
    ['61 0a', 'a line feed', 'text-control-character'],
    ['61 7f', 'DEL', 'text-control-character'],
    ['62 c2 85', 'NEL', 'text-control-character'],
    ['63 ef bb bf', 'U+FEFF', 'text-control-character'],
    ['63 e2 80 ae', 'U+202E', 'text-control-character'],
    ['63 e2 81 a9', 'U+2069', 'text-control-character'],
    ['63 e2 80 8b', 'U+200B is none of them', undefined],
    ['63 65 cc 81', 'e and an accent apart', 'text-not-nfc'],
    ['62 c3 a9', 'é as one', undefined],
    ['64 ff 65 cc 81', 'UTF-8 is asked first', 'text-utf8'],
    ['64 0a 65 cc 81', 'characters before NFC', 'text-control-character'],
  ])('judges the text %s by its characters: %s', (bytes, _why, detail) => {
    expect(detailOf(hex(bytes))).toBe(detail);
  });
});

describe('encodeCbor', () => {
  it('sorts keys bytewise as encoded, whatever order they came in', () => {
    const keys = [-65540, 'a', 8, -1, 500, 'B', 24, '', -65537];
    const map = new Map(keys.map((key) => [key, 0]));
    expect(Buffer.from(encodeCbor(map)).toString('hex')).toBe(
      'a9' +
        '0800' +
        '181800' +
        '1901f400' +
        '2000' +
        '3a0001000000' +
        '3a0001000300' +
        '6000' +
        '614200' +
        '616100',
    );
  });

  it.each<[string, CborValue]>([
    ['a fraction', 0.5],
    ['not a number', Number.NaN],
    ['an integer that is not exact', 2 ** 53],
    ['text that is not NFC', 'e\u0301'],
    ['a control character', '\u0000'],
    ['half of a surrogate pair', '\uD83D'],
    ['seven levels', [[[[[[[]]]]]]]],
  ])('throws on what the profile cannot say: %s', (_what, outside) => {
    expect(() => encodeCbor(outside)).toThrow(OutsideProfile);
    expect(() => encodeCbor(new Map([[1, outside]]))).toThrow(OutsideProfile);
  });
});

function expectCanonical(bytes: Uint8Array): void {
  const read = decodeCbor(bytes);
  if (read.ok) expect(encodeCbor(read.value)).toStrictEqual(bytes);
}

/** A CBOR text of those bytes, fewer than 256. */
function textItem(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const head = length < 24 ? [0x60 | length] : [0x78, length];
  return Uint8Array.of(...head, ...bytes);
}

function detailOf(bytes: Uint8Array): string | undefined {
  const read = decodeCbor(bytes);
  return read.ok ? undefined : read.error.detail;
}

function hex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
}
