import type { BundleContent, StatusList } from './bundle.ts';
import type { IssuerKey, StatusBits, TrustList } from './trust-list.ts';

/** The content of a bundle as the look-ups a scan needs, all in memory. */
export function readTrustList(content: BundleContent): TrustList {
  const issuers = new Map(content.issuers.map((issuer) => [issuer.id, issuer]));
  const keys = Map.groupBy(content.keys, (key) => key.kid);
  const lists = new Map(
    content.statusLists.map((list) => [nameOf(list.issuer, list.list), list]),
  );
  const noKeys: readonly IssuerKey[] = [];
  return {
    profile: content.profile,
    version: content.version,
    signedAtMs: content.signedAtMs,
    issuer: (id) => issuers.get(id),
    keys: (kid) => keys.get(kid) ?? noKeys,
    isKilled: () => false,
    status: (issuer, list, index) =>
      statusAt(lists.get(nameOf(issuer, list)), index),
  };
}

const statusValues = ['normal', 'hold', 'revoked', 'changed'] as const;

/** An index past the end of a list is as unknown as one of a list that is not held. */
function statusAt(
  list: StatusList | undefined,
  index: number,
): StatusBits | 'unknown-list' {
  const byte = list?.bits[Math.floor(index / 4)];
  if (byte === undefined) return 'unknown-list';
  const value = (byte >> ((index % 4) * 2)) & 3;
  return statusValues[value] ?? 'unknown-list';
}

/** Issuer ids hold no slash. */
function nameOf(issuer: string, list: number): string {
  return `${issuer}/${list}`;
}
