import { describe, expect, it } from 'vitest';
import { sha256 } from '#kiosk/crypto';

describe('sha256', () => {
  it('hashes "abc" as FIPS 180-4 does, into bytes that are no Buffer', () => {
    const digest = sha256(new TextEncoder().encode('abc'));
    expect(digest.constructor).toBe(Uint8Array);
    expect(Buffer.from(digest).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
