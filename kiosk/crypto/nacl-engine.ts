import nacl from 'tweetnacl';
import type { SignatureEngine } from '#core/trust';

/** A hundred times slower than the first engine and written by other hands: the second opinion. */
export const naclEngine: SignatureEngine = {
  name: 'tweetnacl',
  verify: (message, signature, publicKey) =>
    nacl.sign.detached.verify(message, signature, publicKey),
};
