import { hexToBytes } from '@noble/hashes/utils.js';

// Byte rules of docs/pass-format.md, "Ed25519". They come before any library, and leave no input on
// which two correct cofactorless implementations differ. All numbers are little-endian.

/** The order of the base point, L = 2^252 + 27742317777372353535851937790883648493. */
const groupOrder = hexToBytes(
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
);

/** The field prime, p = 2^255 − 19. */
const fieldPrime = hexToBytes(
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
);

/**
 * The y of every point of order 1, 2, 4 and 8, and the two of them that also fit into 255 bits
 * after adding p. With the sign bit either way these are the 14 encodings.
 */
const smallOrderYs = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => hexToBytes(hex));

/** Whether 32 bytes are a number below the group order: the S of an honest signature. */
export function isCanonicalScalar(scalar: Uint8Array): boolean {
  return isBelow(scalar, groupOrder, 0xff);
}

/** Whether the y of a 32-byte point encoding is below the field prime. */
export function isCanonicalPoint(point: Uint8Array): boolean {
  return isBelow(point, fieldPrime, 0x7f);
}

/** Whether 32 bytes are one of the 14 encodings of the eight points of small order. */
export function isSmallOrderPoint(point: Uint8Array): boolean {
  return smallOrderYs.some((y) => hasY(point, y));
}

function isBelow(
  number: Uint8Array,
  limit: Uint8Array,
  topMask: number,
): boolean {
  for (let index = 31; index >= 0; index -= 1) {
    const mask = index === 31 ? topMask : 0xff;
    const digit = (number[index] ?? 0xff) & mask;
    const bound = limit[index] ?? 0;
    if (digit !== bound) return digit < bound;
  }
  return false;
}

function hasY(point: Uint8Array, y: Uint8Array): boolean {
  for (let index = 0; index < 31; index += 1) {
    if (point[index] !== y[index]) return false;
  }
  return ((point[31] ?? 0) & 0x7f) === y[31];
}
