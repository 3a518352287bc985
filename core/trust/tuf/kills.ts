import { issuerId } from '../bundle-shape.ts';
import { byList } from '../by-list.ts';
import { encodeDocument } from '../encode-document.ts';
import { list, record, text, uint, type Read } from '../shape.ts';
import type { TrustList } from '../trust-list.ts';

/**
 * What is dead for good: keys, and indices of status lists. The policy role publishes it in an
 * emergency; a kiosk adds what it is told to what it was told before and never forgets.
 */
export interface Kills {
  /** 16 hex digits each. */
  readonly kids: readonly string[];
  readonly ranges: readonly KilledRange[];
}

export interface KilledRange {
  readonly issuer: string;
  readonly list: number;
  /** from ≤ index < until. */
  readonly from: number;
  readonly until: number;
}

export const noKills: Kills = { kids: [], ranges: [] };

/** Of either kind. Beyond it somebody is filling memory, not ending keys. */
export const mostKills: number = 65_536;

export const kills: Read<Kills> = record<Kills>({
  kids: list(text(/^[0-9a-f]{16}$/), { atMost: mostKills }),
  ranges: list(
    record<KilledRange>({
      issuer: issuerId,
      list: uint(),
      from: uint(),
      until: uint(),
    }),
    { atMost: mostKills },
  ),
});

export function encodeKills(dead: Kills): Uint8Array {
  return encodeDocument(dead);
}

/** Everything either says, once, in a fixed order. */
export function uniteKills(a: Kills, b: Kills): Kills {
  const ranges = new Map(
    [...a.ranges, ...b.ranges].map((range) => [nameOf(range), range]),
  );
  return {
    kids: [...new Set([...a.kids, ...b.kids])].toSorted(),
    ranges: [...ranges]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, range]) => range),
  };
}

/** The trust list without the dead: a killed key is not there, a killed index is revoked. */
export function withoutKilled(
  trust: Omit<TrustList, 'isKilled'>,
  dead: Kills,
): TrustList {
  const kids = new Set(dead.kids);
  const ranges = byList(dead.ranges);
  const isKilled = (issuer: string, number: number, index: number): boolean =>
    ranges(issuer, number).some(
      ({ from, until }) => index >= from && index < until,
    );
  return {
    ...trust,
    keys: (kid) => (kids.has(kid) ? [] : trust.keys(kid)),
    isKilled: (kid) => kids.has(kid),
    status: (issuer, number, index) =>
      isKilled(issuer, number, index)
        ? 'revoked'
        : trust.status(issuer, number, index),
  };
}

function nameOf({ issuer, list: number, from, until }: KilledRange): string {
  return `${issuer}/${number}/${from}/${until}`;
}
