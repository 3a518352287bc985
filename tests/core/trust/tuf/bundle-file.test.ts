import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BundleFileFault,
  encodeBundleFile,
  isBundleFile,
  readBundleFile,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';

const mib = 1_048_576;
const names = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,20}$/), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('/'));

describe('readBundleFile', () => {
  it('reads back what was put together, in its order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(names, fc.uint8Array()), {
          selector: ([name]) => name,
        }),
        (entries) => {
          const files = new Map(entries);
          const read = readBundleFile(encoded(files), sha256);
          expect(read.ok && [...read.value]).toEqual([...files]);
        },
      ),
    );
  });

  it('refuses every part of a file for being cut off, and none with a byte changed', () => {
    const whole = encoded(
      new Map([
        ['a', Uint8Array.of(1, 2, 3)],
        ['b/c', new Uint8Array()],
      ]),
    );
    for (let length = 0; length < whole.length; length += 1) {
      expect(fault(whole.subarray(0, length))).toBe(
        length < 4 ? 'not-a-bundle-file' : 'truncated',
      );
    }
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.map((byte, index) =>
        index === at ? byte ^ 0x80 : byte,
      );
      expect(fault(changed)).not.toBe('none');
    }
  });

  it.each<[string, Uint8Array, BundleFileFault]>([
    ['of another kind', text('HPB2\0\0\0\0'), 'not-a-bundle-file'],
    ['with a byte after its end', joined(head(0), [0]), 'trailing-bytes'],
    ['with a wrong hash', joined(head(1), entry('a', [1], [2])), 'wrong-hash'],
    [
      'with one name twice',
      joined(head(2), entry('a', [1]), entry('a', [1])),
      'duplicate-name',
    ],
    ['of more than 4,096 files', head(4097), 'oversized'],
    ['of as many files as it does not have', head(4096), 'truncated'],
    [
      'that says to hold more than 16 MiB in one file',
      joined(head(1), entryHead('a', 16 * mib + 1)),
      'oversized',
    ],
    [
      'that says to hold 16 MiB and does not',
      joined(head(1), entryHead('a', 16 * mib)),
      'truncated',
    ],
    [
      'of more than 64 MiB',
      joined(head(0), new Uint8Array(64 * mib)),
      'oversized',
    ],
  ])('refuses a file %s', (_what, file, expected) => {
    expect(fault(file)).toBe(expected);
  });

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/../b',
    'a/./b',
    '/a',
    'a/',
    'a//b',
    'a\\b',
    'C:a',
    'a b',
    'a\0',
    'a\n',
    'é',
    '.hidden',
    'a'.repeat(121),
  ])('refuses the name %j, whichever way', (name) => {
    expect(fault(joined(head(1), entry(name, [1])))).toBe('bad-name');
    const files = new Map([[name, Uint8Array.of(1)]]);
    expect(encodeBundleFile(files, sha256)).toEqual({
      ok: false,
      error: 'bad-name',
    });
  });

  it('takes anything at all for a fault or a file, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { ok } = readBundleFile(joined(text('HPB1'), bytes), sha256);
        expect(typeof ok).toBe('boolean');
      }),
    );
  });
});

describe('encodeBundleFile', () => {
  const many = (count: number, size: number): Map<string, Uint8Array> =>
    new Map(
      Array.from({ length: count }, (_, index) => [
        `${index}`,
        new Uint8Array(size),
      ]),
    );

  it('refuses what could not be read back', () => {
    expect(encodeBundleFile(many(4096, 0), sha256).ok).toBe(true);
    for (const files of [
      many(4097, 0),
      many(1, 16 * mib + 1),
      many(4, 16 * mib),
    ]) {
      expect(encodeBundleFile(files, sha256)).toEqual({
        ok: false,
        error: 'oversized',
      });
    }
  });
});

describe('isBundleFile', () => {
  it('goes by the first four bytes', () => {
    expect(isBundleFile(text('HPB1'))).toBe(true);
    expect(isBundleFile(text('HPB'))).toBe(false);
    expect(isBundleFile(text('hpb1'))).toBe(false);
  });
});

function fault(bytes: Uint8Array): BundleFileFault | 'none' {
  const read = readBundleFile(bytes, sha256);
  return read.ok ? 'none' : read.error;
}

function encoded(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const file = encodeBundleFile(files, sha256);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

function head(count: number): Uint8Array {
  return joined(text('HPB1'), number(count));
}

function entry(
  name: string,
  content: readonly number[],
  hashed: readonly number[] = content,
): Uint8Array {
  return joined(
    entryHead(name, content.length),
    sha256(Uint8Array.from(hashed)),
    content,
  );
}

function entryHead(name: string, length: number): Uint8Array {
  return joined([Buffer.byteLength(name)], text(name), number(length));
}

function number(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function text(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value));
}

function joined(
  ...parts: readonly (Uint8Array | readonly number[])[]
): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => Uint8Array.from(part))),
  );
}
