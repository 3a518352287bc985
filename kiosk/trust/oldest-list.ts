import type { BundleContent } from '#core/trust';

/** UTC milliseconds as of which the status list was made that is oldest; undefined where there is none. */
export function oldestListMs({
  statusLists,
}: Pick<BundleContent, 'statusLists'>): number | undefined {
  return statusLists.length === 0
    ? undefined
    : Math.min(...statusLists.map(({ asOfMs }) => asOfMs));
}
