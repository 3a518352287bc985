import type { BundleContent, StatusBits, TrustList } from '#core/trust';
import { statusList } from '#fixtures/issuer';
import { vectorTrust } from '#fixtures/vectors';
import { trustOf } from './trust-of.ts';

/** A trust list of the golden vectors, as a site that holds it. */
export function vectorTrustList(name: string): TrustList {
  const trust = vectorTrust[name];
  if (trust === undefined) throw new Error(`no trust list ${name}`);
  const kills = { kids: trust.killed ?? [], ranges: [] };
  const content: Partial<BundleContent> = {
    issuers: trust.issuers.map((issuer) => ({
      ...issuer,
      nameZh: '测',
      nameEn: 'Test',
    })),
    keys: trust.keys.map((key) => ({
      ...key,
      publicKey: fromHex(key.publicKey),
    })),
    statusLists: trust.statusLists.map(({ bits, ...list }) => {
      const statuses = [...fromHex(bits)].flatMap(fourIn);
      return statusList({
        ...list,
        asOfMs: 0,
        size: statuses.length,
        exceptions: new Map(statuses.entries()),
      });
    }),
  };
  return trustOf(content, kills);
}

const values: readonly StatusBits[] = ['normal', 'hold', 'revoked', 'changed'];

/** Two bits each, the lowest first. */
function fourIn(byte: number): readonly StatusBits[] {
  return [0, 2, 4, 6].flatMap((shift) => values[(byte >> shift) & 3] ?? []);
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
