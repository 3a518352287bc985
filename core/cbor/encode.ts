import { encode, rfc8949EncodeOptions } from 'cborg';
import type { CborFault, CborValue } from './cbor-value.ts';
import { profileFault } from './profile.ts';

/**
 * The one encoding the profile allows: shortest heads, keys in bytewise order.
 * Throws OutsideProfile for a value that it cannot say: a defect of the caller.
 */
export function encodeCbor(value: CborValue): Uint8Array {
  // A copy: under Node cborg may hand out a Buffer over memory that it shares.
  const bytes = new Uint8Array(encode(value, DETERMINISTIC));
  const fault = profileFault(bytes);
  if (fault !== undefined) throw new OutsideProfile(fault);
  return bytes;
}

/** A value was to be encoded that the profile has no place for. */
export class OutsideProfile extends Error {
  readonly fault: CborFault;

  constructor(fault: CborFault) {
    super(`outside the CBOR profile: ${fault.detail} at ${fault.at}`);
    this.fault = fault;
  }
}

const DETERMINISTIC = {
  ...rfc8949EncodeOptions,
  typeEncoders: { string: refuseLoneSurrogates },
};

/** A lone surrogate would be written as U+FFFD, silently another text; null leaves it to cborg. */
function refuseLoneSurrogates(text: string): null {
  if (!text.isWellFormed())
    throw new OutsideProfile({ detail: 'text-utf8', at: 0 });
  return null;
}
