/** One Ed25519 implementation, cofactorless, comparing R as bytes (RFC 8032 5.1.7). */
export interface SignatureEngine {
  readonly name: string;
  verify(
    message: Uint8Array,
    signature: Uint8Array,
    publicKey: Uint8Array,
  ): boolean;
}

/** The host's two independent engines; an admit needs both to agree. */
export interface Signatures {
  readonly first: SignatureEngine;
  readonly second: SignatureEngine;
  /** Whether a point lies in the prime-order subgroup; asked once per imported key, not per scan. */
  isTorsionFree(publicKey: Uint8Array): boolean;
}

/** SHA-256, supplied by the host. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
