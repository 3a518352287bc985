interface OfList {
  readonly issuer: string;
  readonly list: number;
}

/**
 * Everything that concerns one list of one issuer, found at every scan: no name is put together for it.
 */
export function byList<T extends OfList>(
  all: readonly T[],
): (issuer: string, list: number) => readonly T[] {
  const ofIssuers = new Map(
    [...Map.groupBy(all, ({ issuer }) => issuer)].map(([issuer, own]) => [
      issuer,
      Map.groupBy(own, ({ list }) => list),
    ]),
  );
  const none: readonly T[] = [];
  return (issuer, list) => ofIssuers.get(issuer)?.get(list) ?? none;
}
