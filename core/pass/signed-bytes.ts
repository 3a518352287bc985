import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { byteString } from './byte-string.ts';
import type { Frame } from './frame.ts';

/** One name per kind of thing, so that one signature never stands for another. */
export type SigningContext =
  | 'HP1/pass'
  | 'HP1/site'
  | 'HP1/fresh'
  | 'HP1/batch'
  | 'HP1/receipt'
  | 'HP1/time'
  /** Gives a supervisor of one kiosk a new PIN. */
  | 'HP1/recover'
  /** What an export of the log says of itself. */
  | 'HP1/export';

/** The COSE Sig_structure (RFC 9052 4.4) over the parts as received: what the signature covers. */
export function signedBytes(
  frame: Pick<Frame, 'protectedBytes' | 'payload'>,
  context: SigningContext,
): Uint8Array {
  return concatBytes(
    SIGNATURE1,
    byteString(frame.protectedBytes),
    byteString(utf8ToBytes(context)),
    byteString(frame.payload),
  );
}

/** An array of four that starts with the text "Signature1". */
const SIGNATURE1 = concatBytes(
  Uint8Array.of(0x84, 0x6a),
  utf8ToBytes('Signature1'),
);
