import type {
  AuthenticPass,
  Policy,
  Recognition,
  RecognitionEdge,
  TrustedTime,
} from '#core/trust';
import type { Objection } from './reasons.ts';

/** How a pass comes to count here, and what that leaves open. */
export interface Recognised {
  readonly objections: readonly Objection[];
  /** What it comes over and how long that lasts; nothing where it is not recognised. */
  readonly over: readonly Way[];
  /** Whether a normal temperature is asked of its holder, where the policy asks any. */
  readonly isMeasured: boolean;
}

/** Home, an edge or an older code of the region: always, or from ≤ now < until in seconds. */
export type Way = Pick<
  RecognitionEdge,
  'from' | 'until' | 'colours' | 'temperature'
> & { readonly kind: 'home' | 'legacy' | RecognitionEdge['kind'] };

/**
 * Whether the policy recognises the issuer here and now, and of a converted pass, where it asks so,
 * the origin as well. Without rules of recognition every issuer is at home.
 */
export function recognise(
  authentic: AuthenticPass,
  policy: Policy | undefined,
  now: TrustedTime,
): Recognised {
  const recognition = policy?.recognition;
  if (recognition === undefined) {
    return { objections: [], over: [], isMeasured: true };
  }
  const found = [
    bestOf(waysShown(authentic, recognition), now, () =>
      lackingShown(authentic, recognition),
    ),
    ...waysConverted(authentic, recognition).map((ways) =>
      bestOf(ways, now, () => 'origin'),
    ),
  ];
  const over = found.flatMap((way) => way.over);
  return {
    objections: found.flatMap((way) => way.objections),
    over,
    isMeasured: !(
      over.length === found.length &&
      over.every(({ temperature }) => temperature === 'unconditional')
    ),
  };
}

/** When recognition of this pass begins or ends, in UTC milliseconds. */
export function recognitionChangesMs(
  authentic: AuthenticPass,
  policy: Policy | undefined,
): readonly number[] {
  const recognition = policy?.recognition;
  if (recognition === undefined) return [];
  return [
    ...waysShown(authentic, recognition),
    ...waysConverted(authentic, recognition).flat(),
  ].flatMap(({ from, until }) =>
    [from, ...(until === undefined ? [] : [until])].map((at) => at * 1000),
  );
}

function waysShown(
  { issuer: { id } }: AuthenticPass,
  recognition: Recognition,
): readonly Way[] {
  const { home, edges, legacy } = recognition;
  return [
    ...waysHome(id, recognition),
    ...edges.filter(
      ({ issuer, kind }) => issuer === id && kind !== 'converted',
    ),
    ...legacy
      .filter(({ issuer }) => issuer === id)
      .map(({ until }) => ({
        kind: 'legacy' as const,
        from: 0,
        until,
        temperature: home.temperature,
      })),
  ];
}

/** The ways of the origin of a converted pass, where the policy asks for one; else none is asked. */
function waysConverted(
  { pass: { convertedFrom } }: AuthenticPass,
  recognition: Recognition,
): readonly (readonly Way[])[] {
  if (convertedFrom === undefined) return [];
  if (recognition.conversions === 'as-issued') return [];
  const origin = convertedFrom.issuer;
  return [
    [
      ...waysHome(origin, recognition),
      ...recognition.edges.filter(
        ({ issuer, kind }) => issuer === origin && kind === 'converted',
      ),
    ],
  ];
}

function waysHome(id: string, { home }: Recognition): readonly Way[] {
  return home.issuers.includes(id)
    ? [{ kind: 'home', from: 0, temperature: home.temperature }]
    : [];
}

/** Whether it would count once converted, or not at all. */
function lackingShown(
  { issuer: { id } }: AuthenticPass,
  { edges }: Recognition,
): string {
  return edges.some(({ issuer }) => issuer === id)
    ? 'convert-first'
    : 'no-edge';
}

/** Of several the one that is in force, else the one that comes nearest to it. */
function bestOf(
  ways: readonly Way[],
  now: TrustedTime,
  lacking: () => string,
): Pick<Recognised, 'objections' | 'over'> {
  const inState = (state: WayState): Way | undefined =>
    ways.find((way) => stateOf(way, now) === state);
  const open = inState('open');
  if (open !== undefined) return { objections: [], over: [open] };
  const doubtful = inState('doubtful');
  if (doubtful !== undefined) {
    return { objections: [{ code: 'doubtful-clock' }], over: [doubtful] };
  }
  const ended = inState('ended');
  if (ended !== undefined) {
    const { kind: detail } = ended;
    return { objections: [{ code: 'recognition-ended', detail }], over: [] };
  }
  const detail = ways.length > 0 ? 'not-yet' : lacking();
  return { objections: [{ code: 'not-recognised', detail }], over: [] };
}

type WayState = 'open' | 'doubtful' | 'ended' | 'not-yet';

/** What is certain at every instant the clock allows. */
function stateOf({ from, until = Infinity }: Way, now: TrustedTime): WayState {
  if (now.lowerMs >= until * 1000) return 'ended';
  if (now.upperMs < from * 1000) return 'not-yet';
  const isOpen = now.lowerMs >= from * 1000 && now.upperMs < until * 1000;
  return isOpen ? 'open' : 'doubtful';
}
