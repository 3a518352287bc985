import { describe, expect, it } from 'vitest';
import {
  edgeCases,
  rfc8032Vectors,
  smallOrderEncodings,
} from '#fixtures/ed25519';
import { isTorsionFree } from '#kiosk/crypto';

describe('isTorsionFree', () => {
  it.each(rfc8032Vectors())('holds for the key of $name', ({ publicKey }) => {
    expect(isTorsionFree(publicKey)).toBe(true);
  });

  it('fails for an honest key with any of the seven points of small order added', () => {
    const mixed = edgeCases().filter(
      ({ family }) => family === 'mixed-order A',
    );
    expect(mixed).toHaveLength(14);
    for (const { publicKey } of mixed) {
      expect(isTorsionFree(publicKey)).toBe(false);
    }
  });

  it('fails for the points of small order themselves, but the neutral one', () => {
    const free = smallOrderEncodings().filter((bytes) => isTorsionFree(bytes));
    expect(free).toEqual([Uint8Array.of(1, ...new Uint8Array(31))]);
  });

  it('fails for bytes that are no point, and throws for what are not 32 bytes', () => {
    const noPoint = new Uint8Array(32);
    noPoint[0] = 2;
    expect(isTorsionFree(noPoint)).toBe(false);
    expect(() => isTorsionFree(new Uint8Array(31))).toThrow();
  });
});
