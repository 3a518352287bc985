import { ed25519 } from '@noble/curves/ed25519.js';

/** Whether 32 bytes are a point of the prime-order subgroup; bytes that are no point are not. */
export function isTorsionFree(publicKey: Uint8Array): boolean {
  return decodePoint(publicKey)?.isTorsionFree() ?? false;
}

function decodePoint(
  encoding: Uint8Array,
): InstanceType<typeof ed25519.Point> | undefined {
  try {
    return ed25519.Point.fromBytes(encoding);
  } catch (error) {
    if (error instanceof Error && noPoint.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}

/** How the library says that 32 bytes name no point of the curve: no such x, or y not below p. */
const noPoint = /^(bad point: |expected valid point\.y)/;
