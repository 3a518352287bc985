import { readTrustList, type TrustList } from '#core/trust';
import { vectorTrust } from '#fixtures/vectors';
import { siteContent } from './signing.ts';

/** A trust list of the golden vectors, as a site that holds it. */
export function vectorTrustList(name: string): TrustList {
  const trust = vectorTrust[name];
  if (trust === undefined) throw new Error(`no trust list ${name}`);
  return readTrustList(
    siteContent({
      issuers: trust.issuers.map((issuer) => ({
        ...issuer,
        nameZh: '测',
        nameEn: 'Test',
      })),
      keys: trust.keys.map((key) => ({
        ...key,
        publicKey: fromHex(key.publicKey),
      })),
      statusLists: trust.statusLists.map((list) => ({
        ...list,
        asOfMs: 0,
        bits: fromHex(list.bits),
      })),
    }),
  );
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
