import {
  decodeText,
  encodePresentation,
  presentationBytes,
  toPresentationText,
  type Pass,
} from '#core/pass';
import { sha256 } from '#kiosk/crypto';
import { nowSeconds, signPass, type TestKey } from './signing.ts';

/** How a holder's client shows a pass, where it is not now and under the sample nonce. */
export interface Shown {
  readonly presentedAt?: number;
  readonly nonce?: Uint8Array;
  /** Spoils the signature. */
  readonly signature?: (sound: Uint8Array) => Uint8Array;
}

export const nonce: Uint8Array = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

/** The HV1 text of a pass that `issuer` signs and `holder` presents. */
export function presentPass(
  pass: Pass,
  issuer: TestKey,
  holder: TestKey,
  shown: Shown = {},
): string {
  return present(signPass(pass, issuer), holder, shown);
}

/** The HV1 text of an HP1 text that `holder` presents. */
export function present(
  text: string,
  holder: TestKey,
  shown: Shown = {},
): string {
  const read = decodeText(text);
  if (!read.ok) throw new Error(`nothing to present: ${read.error.reason}`);
  const passBytes = read.value.frame.bytes;
  const { presentedAt = nowSeconds } = shown;
  const given = { passBytes, presentedAt, nonce: shown.nonce ?? nonce };
  const sound = holder.sign(
    presentationBytes(passBytes, presentedAt, given.nonce, sha256),
  );
  const signature = shown.signature?.(sound) ?? sound;
  return toPresentationText(encodePresentation({ ...given, signature }));
}
