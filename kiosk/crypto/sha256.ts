import { hash } from 'node:crypto';
import type { Sha256 } from '#core/trust';

/** A plain Uint8Array, since a Buffer slices differently. */
export const sha256: Sha256 = (bytes) =>
  new Uint8Array(hash('sha256', bytes, 'buffer'));
