import { bytesToHex } from '@noble/hashes/utils.js';

// Byte rules of docs/pass-format.md, "Ed25519". They come before any library, and leave no input on
// which two correct cofactorless implementations differ. Encoded numbers are little-endian; here they are
// compared as 64 hex digits, the highest first, which sort as the numbers do.

/** The order of the base point, L = 2^252 + 27742317777372353535851937790883648493. */
const groupOrder =
  '1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed';

/** The field prime, p = 2^255 − 19. */
const fieldPrime =
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed';

/**
 * The y of every point of order 1, 2, 4 and 8, and the two of them that also fit into 255 bits
 * after adding p. With the sign bit either way these are the 14 encodings.
 */
const smallOrderYs: readonly string[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000001',
  '05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826',
  '7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7',
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed',
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee',
];

/** Whether 32 bytes are a number below the group order: the S of an honest signature. */
export function isCanonicalScalar(scalar: Uint8Array): boolean {
  return digitsOf(scalar) < groupOrder;
}

/** Whether the y of a 32-byte point encoding is below the field prime. */
export function isCanonicalPoint(point: Uint8Array): boolean {
  return yOf(point) < fieldPrime;
}

/** Whether 32 bytes are one of the 14 encodings of the eight points of small order. */
export function isSmallOrderPoint(point: Uint8Array): boolean {
  return smallOrderYs.includes(yOf(point));
}

/** Without the sign of x, which is the highest bit. */
function yOf(point: Uint8Array): string {
  return digitsOf(
    point.map((byte, index) => (index === 31 ? byte & 0x7f : byte)),
  );
}

function digitsOf(number: Uint8Array): string {
  return bytesToHex(number.toReversed());
}
