import type { Form } from '#core/pass';

/** What an issuer's key may sign: passes, place codes. */
export type KeyKind = 'pass' | 'site';

/** A colour of any issuer in the common scale. */
export type Colour = 'green' | 'yellow' | 'red';

export interface Issuer {
  /** 1 to 16 of `[A-Z0-9-]`; an id of its own, never an area code alone. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The issuer's colour code to the common scale; a code absent here is unconfirmed. */
  readonly colours: Readonly<Record<string, Colour>>;
}

export interface IssuerKey {
  /** SHA-256("HP1-kid" ‖ issuer ‖ 00 ‖ public key), first 8 bytes, in hex. */
  readonly kid: string;
  readonly issuer: string;
  /** 32 bytes, checked at import: canonical, not of small order, torsion-free. */
  readonly publicKey: Uint8Array;
  readonly kinds: readonly KeyKind[];
  readonly forms: readonly Form[];
  /** The key may sign when from ≤ iat < until; seconds since 1970 UTC. */
  readonly from: number;
  readonly until: number;
  /** Leading digits of the areas whose place codes it may sign. */
  readonly areas: readonly string[];
}

/** What a status list says of one index. */
export type StatusBits = 'normal' | 'hold' | 'revoked' | 'changed';

/** Everything the kiosk believes, as one value read from the store. */
export interface TrustList {
  readonly profile: 'demo' | 'site';
  readonly version: number;
  /** UTC milliseconds at which the bundle was signed; its age drives the freshness ladder. */
  readonly signedAtMs: number;
  issuer(id: string): Issuer | undefined;
  /** Every key of that id; several may collide and each is tried. */
  keys(kid: string): readonly IssuerKey[];
  /** Whether a key of that id is dead for good, known or not. */
  isKilled(kid: string): boolean;
  status(
    issuer: string,
    list: number,
    index: number,
  ): StatusBits | 'unknown-list';
}
