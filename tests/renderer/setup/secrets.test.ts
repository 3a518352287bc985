import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatePassphrase } from '../../../renderer/setup/generate-passphrase.ts';
import { publicPartOf } from '../../../renderer/setup/public-part.ts';

describe('a file chosen as the root', () => {
  test('goes no further with a private half, where it is a key', () => {
    const file = { kind: 'root-key', publicKey: 'ab', privateKey: 'cd' };
    expect(publicPartOf(JSON.stringify(file))).toEqual({
      content: '{"kind":"root-key","publicKey":"ab"}',
      hadPrivateHalf: true,
    });
  });

  test('goes as it is otherwise, byte for byte, for its fingerprint is of its bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        fc.pre(!text.includes('privateKey'));
        expect(publicPartOf(text)).toEqual({
          content: text,
          hadPrivateHalf: false,
        });
      }),
    );
  });
});

describe('a passphrase that is made', () => {
  test('is five groups of letters that nobody misreads', () => {
    const made = Array.from({ length: 200 }, generatePassphrase);
    for (const passphrase of made)
      expect(passphrase).toMatch(
        /^([abcdefghjkmnpqrstuvwxyz2-9]{4}-){4}[abcdefghjkmnpqrstuvwxyz2-9]{4}$/,
      );
    expect(new Set(made).size).toBe(made.length);
  });
});
