import type { BundleHeadings } from './bundle.ts';
import type { BundleRefusal } from './bundle-refusal.ts';
import type { Recognition, RecognitionEdge } from './recognition.ts';

/** What a policy says of recognition that names nobody or cannot be meant. */
export function findRecognitionFault({
  issuers,
  policy: { recognition },
}: BundleHeadings): BundleRefusal | undefined {
  if (recognition === undefined) return undefined;
  const known = new Set(issuers.map(({ id }) => id));
  const stranger = named(recognition).find(({ id }) => !known.has(id));
  if (stranger !== undefined) {
    return { code: 'bundle-unknown-issuer', where: stranger.where };
  }
  const where =
    findRepeated(recognition) ??
    findClosed(recognition) ??
    findClash(recognition);
  return where === undefined ? undefined : { code: 'bundle-policy', where };
}

interface Named {
  readonly id: string;
  readonly where: string;
}

function named(recognition: Recognition): readonly Named[] {
  return [...ofHome(recognition), ...ofOthers(recognition)];
}

function ofHome({ home }: Recognition): readonly Named[] {
  return home.issuers.map((id, at) => ({
    id,
    where: `policy.recognition.home.issuers.${at}`,
  }));
}

function ofOthers({ edges, legacy }: Recognition): readonly Named[] {
  return [
    ...edges.map(({ issuer }, at) => ({
      id: issuer,
      where: `${edgeAt(at)}.issuer`,
    })),
    ...legacy.map(({ issuer }, at) => ({
      id: issuer,
      where: `policy.recognition.legacy.${at}.issuer`,
    })),
  ];
}

/** Home is always recognised: whoever dates or repeats it means something else. */
function findRepeated(recognition: Recognition): string | undefined {
  const home = new Set<string>();
  for (const { id, where } of ofHome(recognition)) {
    if (home.has(id)) return where;
    home.add(id);
  }
  return ofOthers(recognition).find(({ id }) => home.has(id))?.where;
}

function findClosed({ edges }: Recognition): string | undefined {
  const at = edges.findIndex(
    ({ from, until }) => until !== undefined && until <= from,
  );
  return at === -1 ? undefined : `${edgeAt(at)}.until`;
}

/** Two that are in force at once over the same way would leave open which of them counts. */
function findClash({ edges, legacy }: Recognition): string | undefined {
  const windows: readonly (Dated & { readonly where: string })[] = [
    ...edges.map((edge, at) => ({
      ...edge,
      isConverted: edge.kind === 'converted',
      where: edgeAt(at),
    })),
    ...legacy.map((issuer, at) => ({
      ...issuer,
      from: 0,
      isConverted: false,
      where: `policy.recognition.legacy.${at}`,
    })),
  ];
  return windows.find((window, at) =>
    windows.slice(0, at).some((earlier) => isOverlapping(window, earlier)),
  )?.where;
}

interface Dated extends Pick<RecognitionEdge, 'issuer' | 'from' | 'until'> {
  readonly isConverted: boolean;
}

function isOverlapping(one: Dated, other: Dated): boolean {
  return (
    one.issuer === other.issuer &&
    one.isConverted === other.isConverted &&
    one.from < (other.until ?? Infinity) &&
    other.from < (one.until ?? Infinity)
  );
}

function edgeAt(at: number): string {
  return `policy.recognition.edges.${at}`;
}
