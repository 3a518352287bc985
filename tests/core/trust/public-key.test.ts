import { describe, expect, it } from 'vitest';
import { checkPublicKey } from '#core/trust';
import { edgeCases, smallOrderEncodings } from '#fixtures/ed25519';
import { isTorsionFree } from '#kiosk/crypto';
import { testKey } from './signing.ts';

describe('checkPublicKey', () => {
  it('takes an honest key', () => {
    const { publicKey } = testKey('51');
    expect(checkPublicKey(publicKey, isTorsionFree)).toBe('usable');
  });

  it.each([0, 31, 33])('refuses %i bytes', (length) => {
    const key = new Uint8Array(length).fill(1);
    expect(checkPublicKey(key, unasked)).toBe('non-canonical');
  });

  it('refuses all 14 encodings of small order, six of which are not even canonical', () => {
    const findings = smallOrderEncodings().map((encoding) =>
      checkPublicKey(encoding, unasked),
    );
    expect(
      findings.filter((finding) => finding === 'small-order'),
    ).toHaveLength(10);
    expect(
      findings.filter((finding) => finding === 'non-canonical'),
    ).toHaveLength(4);
  });

  it('takes no key for one of small order that differs from it in a single byte', () => {
    for (const encoding of smallOrderEncodings()) {
      for (let at = 0; at < 32; at += 1) {
        // Bit 255 is the sign, and both signs are of small order.
        const change = at === 31 ? 0x40 : 0x80;
        const near = encoding.map((byte, index) =>
          index === at ? byte ^ change : byte,
        );
        expect(checkPublicKey(near, () => true)).not.toBe('small-order');
      }
    }
  });

  it('refuses a y that is not below p', () => {
    const wide = edgeCases().filter(
      ({ family }) => family === 'y of A not below p',
    );
    expect(wide).toHaveLength(38);
    for (const { publicKey } of wide) {
      expect(checkPublicKey(publicKey, unasked)).toBe('non-canonical');
    }
  });

  it('takes the largest y that is below p and refuses the next', () => {
    const largest = new Uint8Array(32).fill(0xff);
    largest[31] = 0x7f;
    largest[0] = 0xec - 1;
    expect(checkPublicKey(largest, () => true)).toBe('usable');
    largest[0] = 0xed + 2;
    expect(checkPublicKey(largest, () => true)).toBe('non-canonical');
  });

  it('refuses a key with a part of small order, which both engines would believe', () => {
    const mixed = edgeCases().filter(
      ({ family, expected }) =>
        family === 'mixed-order A' && expected === 'sound',
    );
    expect(mixed).toHaveLength(7);
    for (const { publicKey } of mixed) {
      expect(checkPublicKey(publicKey, isTorsionFree)).toBe('torsion');
    }
  });

  it('refuses 32 bytes that are no point at all', () => {
    const noPoint = new Uint8Array(32);
    noPoint[0] = 2;
    expect(checkPublicKey(noPoint, isTorsionFree)).toBe('torsion');
  });
});

function unasked(): never {
  throw new Error('the costly question must not be asked');
}
