import { byList } from './by-list.ts';
import type { BundleContent, StatusList } from './bundle.ts';
import { entriesPerChunk, valueAt } from './status-chunks.ts';
import type { IssuerKey, StatusBits, TrustList } from './trust-list.ts';

/** The content of a bundle as the look-ups a scan needs, all in memory; who is dead is not its to say. */
export function readTrustList(
  content: BundleContent,
): Omit<TrustList, 'isKilled'> {
  const issuers = new Map(content.issuers.map((issuer) => [issuer.id, issuer]));
  const keys = Map.groupBy(content.keys, (key) => key.kid);
  const lists = byList(content.statusLists);
  const noKeys: readonly IssuerKey[] = [];
  return {
    profile: content.profile,
    version: content.version,
    signedAtMs: content.signedAtMs,
    issuer: (id) => issuers.get(id),
    keys: (kid) => keys.get(kid) ?? noKeys,
    status: (issuer, list, index) => statusAt(lists(issuer, list)[0], index),
  };
}

const statusValues = ['normal', 'hold', 'revoked', 'changed'] as const;

/** An index past the end of a list is as unknown as one of a list that is not held. */
function statusAt(
  list: StatusList | undefined,
  index: number,
): StatusBits | 'unknown-list' {
  if (list === undefined || index >= list.entries) return 'unknown-list';
  const chunk = list.chunks[Math.floor(index / entriesPerChunk)];
  const value = chunk && valueAt(chunk, index % entriesPerChunk);
  return statusValues[value ?? -1] ?? 'unknown-list';
}
