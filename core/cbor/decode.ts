import { decode } from 'cborg';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import type { CborFault, CborValue } from './cbor-value.ts';
import { profileFault } from './profile.ts';

/** Exactly one item of the strict profile, or where and how the bytes leave it. */
export function decodeCbor(bytes: Uint8Array): Result<CborValue, CborFault> {
  const fault = profileFault(bytes);
  if (fault !== undefined) return err(fault);
  // The walk above admitted no type outside CborValue, and cborg reads maps as Map.
  return ok(decode(bytes, STRICT) as CborValue);
}

const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  useMaps: true,
  rejectDuplicateMapKeys: true,
};
