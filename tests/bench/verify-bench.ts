import { createPublicKey, verify } from 'node:crypto';
import { decodeText, signedBytes } from '#core/pass';
import { checkPass } from '#core/trust';
import { signatures } from '#kiosk/crypto';
import { kioskWith, trustedAt } from '../fixtures/kiosk-side.ts';
import { makeSite } from '../site/make-site.ts';
import { timedInTurn, type Row } from './measure.ts';
import { greenPasses } from './passes.ts';

/**
 * A static pass checked in every respect by one engine, against the bare signature check inside it. A
 * live pass costs a millisecond more: its holder's key is tested for the prime-order subgroup each time.
 */
export async function benchVerify(): Promise<readonly Row[]> {
  const site = await makeSite();
  const nowMs = Date.now();
  const { held } = kioskWith(site.bundle, site.rootFile, 'site', nowMs);
  const now = trustedAt(nowMs);

  // The second engine is measured with the whole scan; here it only says yes.
  const first = { ...signatures, second: { name: 'none', verify: () => true } };
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'OKP',
      crv: 'Ed25519',
      x: Buffer.from(site.issuer.publicKey).toString('base64url'),
    },
  });
  const passes = greenPasses(site.issuer, 3000).map((text) => {
    const presented = decodeText(text);
    if (!presented.ok) throw new Error(presented.error.reason);
    const { frame } = presented.value;
    const message = signedBytes(frame, 'HP1/pass');
    return { text, message, signature: frame.signature };
  });
  const [whole, bare] = timedInTurn(
    passes,
    ({ text }) => {
      const checked = checkPass(text, held.trust, first, now, 'site');
      if (checked.kind !== 'authentic') throw new Error(checked.kind);
    },
    ({ message, signature }) => {
      if (!verify(null, message, key, signature)) throw new Error('not sound');
    },
  );
  if (whole === undefined || bare === undefined) throw new Error('not timed');
  site.remove();
  return [
    {
      what: 'static pass checked, one engine, p50',
      value: whole.p50,
      unit: 'ms',
      limit: { what: 'bare crypto.verify', value: bare.p50, aim: 1.6 },
    },
  ];
}
