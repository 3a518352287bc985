import { concatBytes } from '@noble/hashes/utils.js';

/** A CBOR byte string (RFC 8949 3.1) with its shortest head. */
export function byteString(bytes: Uint8Array): Uint8Array {
  return concatBytes(head(bytes.length), bytes);
}

function head(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of(0x40 | length);
  if (length < 0x100) return Uint8Array.of(0x58, length);
  if (length < 0x10000) return Uint8Array.of(0x59, length >> 8, length & 0xff);
  const bytes = new Uint8Array(5);
  bytes[0] = 0x5a;
  new DataView(bytes.buffer).setUint32(1, length);
  return bytes;
}
