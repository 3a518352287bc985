import { ok } from '#core/result';
import { bytes, isMap, refuse, text, uint } from './codec.ts';
import type { Codec } from './codec.ts';
import { mapOf, optional, required } from './composed-codec.ts';
import type { StatusRef } from './pass.ts';
import { statusRef, wireHealth } from './wire-health.ts';
import type { WireHealth } from './wire-health.ts';

/** The claims of a payload one by one, before the rules that span several of them. */
export interface WireClaims {
  readonly issuer: string;
  readonly expiresAt: number;
  readonly notBefore: number;
  readonly issuedAt: number;
  readonly passId: Uint8Array;
  readonly holderKey?: Uint8Array;
  readonly status?: StatusRef;
  readonly health: WireHealth;
}

export const ISSUER_CLAIM = 1;
export const HEALTH_CLAIM = -65537;

/** Claim 8: an Ed25519 COSE key in its one allowed form; the point itself is checked by trust. */
const holderKey: Codec<Uint8Array> = {
  read(value) {
    const key = isMap(value) && value.size === 1 ? value.get(1) : undefined;
    if (!isMap(key) || key.size !== 3) return refuse('holder-key');
    const point = key.get(-2);
    const isEd25519 = key.get(1) === 1 && key.get(-1) === 6;
    if (!isEd25519 || !(point instanceof Uint8Array) || point.length !== 32)
      return refuse('holder-key');
    return ok(point);
  },
  write: (point) =>
    new Map([
      [
        1,
        new Map<number, number | Uint8Array>([
          [1, 1],
          [-1, 6],
          [-2, point],
        ]),
      ],
    ]),
};

/** Claim 1 of every kind of code. */
export const issuerName: Codec<string> = text(16, /^[A-Z0-9-]+$/);

export const wireClaims: Codec<WireClaims> = mapOf({
  issuer: required(ISSUER_CLAIM, issuerName),
  expiresAt: required(4, uint()),
  notBefore: required(5, uint()),
  issuedAt: required(6, uint()),
  passId: required(7, bytes(16)),
  holderKey: optional(8, holderKey),
  status: optional(-65540, statusRef),
  health: required(HEALTH_CLAIM, wireHealth),
});
