import fc from 'fast-check';
import {
  idleGate,
  scanIdOf,
  step,
  type Gate,
  type GateEvent,
  type GateWorld,
  type Record,
  type Resolution,
  type Scan,
} from '#core/gate';
import type { PassHistory, Rules } from '#core/policy';
import type { CheckedPass } from '#core/trust';
import {
  authentic,
  live,
  measuringRules,
  paper,
  rules,
  single,
  withPolicy,
} from '../policy/scenes.ts';
import { instant, thermometer } from './lane.ts';

/** One thing a host, a device or a guard does; what it is about is settled when it happens. */
type Happening =
  | {
      readonly kind: 'present';
      readonly checked: CheckedPass;
      readonly tag?: string;
    }
  /** A green pass shown live; the same number is the same presentation. */
  | {
      readonly kind: 'present-live';
      readonly tag: string;
      readonly nonce: number;
      readonly isStale: boolean;
    }
  | { readonly kind: 'sample'; readonly centi: number; readonly lateMs: number }
  | { readonly kind: 'settle'; readonly centi: number }
  | { readonly kind: 'type'; readonly centi: number; readonly isStale: boolean }
  | {
      readonly kind: 'resolve';
      readonly resolution: Resolution;
      readonly isStale: boolean;
    }
  | { readonly kind: 'dismiss'; readonly isStale: boolean }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'read' }
  | { readonly kind: 'record'; readonly isRight: boolean }
  | { readonly kind: 'fail' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'restart' };

export const resolutions: readonly Resolution[] = [
  { kind: 'allow', because: 'id-checked' },
  { kind: 'allow', because: 'temperature-normal-by-hand' },
  { kind: 'allow', because: 'supervisor-approved' },
  { kind: 'allow', because: 'confirmed-by-phone' },
  { kind: 'refuse', because: 'referred-to-medical' },
  { kind: 'refuse', because: 'left-by-themselves' },
  { kind: 'measure-again' },
  { kind: 'id-compared', matches: true },
  { kind: 'id-compared', matches: false },
];

const shownPasses: readonly CheckedPass[] = [
  authentic(),
  authentic(single({ colour: { code: '01' } })),
  authentic(single({ colour: { code: '10' } })),
  authentic(paper()),
  authentic(single(), { dates: ['expired'] }),
  { kind: 'unknown-key' },
  { kind: 'counterfeit', detail: 'bad-signature' },
  { kind: 'unreadable', refusal: { reason: 'not-a-pass', looksLike: 'wifi' } },
];

const centi = fc.oneof(
  fc.constantFrom(3300, 3650, 3729, 3730, 3790),
  fc.integer({ min: 2700, max: 4400 }),
);
const isStale = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const kind = <Kind extends string>(name: Kind): fc.Arbitrary<Kind> =>
  fc.constant(name);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: kind('present'),
        checked: fc.oneof(
          { weight: 3, arbitrary: fc.constant(authentic()) },
          { weight: 2, arbitrary: fc.constantFrom(...shownPasses) },
        ),
        tag: fc.constantFrom('a', 'b', 'c'),
      },
      { requiredKeys: ['kind', 'checked'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('sample'),
      centi,
      lateMs: fc.constantFrom(-20_000, 0, 20_000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: kind('settle'), centi }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('type'), centi, isStale }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind('resolve'),
      resolution: fc.constantFrom(...resolutions),
      isStale,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('dismiss'), isStale }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('wait'),
      ms: fc.constantFrom(0, 100, 1_600, 5_000, 8_000, 15_000, 3_600_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('read') }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: kind('record'),
      isRight: isStale.map((wrong) => !wrong),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('fail') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('restore') }) },
);

const presentLive: fc.Arbitrary<Happening> = fc.record({
  kind: kind('present-live'),
  tag: fc.constantFrom('a', 'b'),
  nonce: fc.integer({ min: 1, max: 3 }),
  isStale,
});

const someRules = fc.constantFrom<Rules | undefined>(
  measuringRules,
  measuringRules,
  rules,
  withPolicy({ presentation: 'live' }),
  undefined,
);

/** What became true of the gate while things happened. */
export interface Story {
  readonly gate: Gate;
  readonly world: GateWorld;
  readonly nowMs: number;
  /** Ids the host confirmed, and what each record said. */
  readonly durable: ReadonlyMap<string, Record>;
  /** When the gate last lost its memory, for a restart or for a log that failed. */
  readonly emptiedMs: number;
}

/** Plays every happening in turn, before a host that records at once or when it likes. */
export function play(
  goBy: Rules | undefined,
  happenings: readonly Happening[],
  isPrompt: boolean,
  look: (story: Story) => void,
): void {
  const world = { rules: goBy, thermometer };
  const durable = new Map<string, Record>();
  let gate = idleGate;
  let nowMs = 10_000;
  let ids = 0;
  let emptiedMs = nowMs;
  const newId = (): string => `id-${(ids += 1)}`;
  const send = (event: GateEvent): void => {
    const { phase } = gate;
    if (event.kind === 'recorded' && phase.kind === 'recording') {
      if (phase.record.id === event.id) durable.set(event.id, phase.record);
    }
    gate = step(gate, event, world);
    look({ gate, world, nowMs, durable, emptiedMs });
    if (isPrompt && gate.phase.kind === 'recording') {
      const { id } = gate.phase.record;
      send({ kind: 'recorded', id, monoMs: nowMs });
    }
  };
  const stamp = () => ({ at: instant(nowMs), entryId: newId() });
  const about = (stale: boolean) => ({
    scanId: (stale ? undefined : scanIdOf(gate)) ?? 'none',
    ...stamp(),
  });
  const sample = (objectCenti: number, lateMs: number): void => {
    nowMs += 100;
    const frame = { objectCenti, ambientCenti: 2000, monoMs: nowMs + lateMs };
    send({ kind: 'sampled', sample: frame, ...stamp() });
  };

  const present = (
    checked: CheckedPass,
    tags: Pick<Scan, 'dedupeTag' | 'presentationTag'>,
  ): void => {
    const { at, entryId } = stamp();
    const scan: Scan = {
      scanId: newId(),
      source: 'serial',
      reader: 'scanner-1',
      at,
      checked,
      ...tags,
      history: rememberedOf(tags, durable),
    };
    send({ kind: 'presented', scan, entryId });
  };

  for (const what of happenings) {
    switch (what.kind) {
      case 'present':
        present(what.checked, {
          ...(what.tag !== undefined && { dedupeTag: what.tag }),
        });
        break;
      case 'present-live':
        present(live(single(), what.isStale, what.nonce), {
          dedupeTag: what.tag,
          presentationTag: `${what.tag}${what.nonce}`,
        });
        break;
      case 'sample':
        sample(what.centi, what.lateMs);
        break;
      case 'settle':
        for (let i = 0; i < thermometer.stableSamples; i += 1) {
          sample(what.centi, 0);
        }
        break;
      case 'type':
        send({ kind: 'typed', centi: what.centi, ...about(what.isStale) });
        break;
      case 'resolve':
        send({
          kind: 'resolved',
          resolution: what.resolution,
          ...about(what.isStale),
        });
        break;
      case 'dismiss':
        send({ kind: 'dismissed', ...about(what.isStale) });
        break;
      case 'wait':
        nowMs += what.ms;
        send({ kind: 'time', ...stamp() });
        break;
      case 'read':
        send({ kind: 'reading-started', monoMs: nowMs });
        break;
      case 'record': {
        const { phase } = gate;
        const isOwn = what.isRight && phase.kind === 'recording';
        const id = isOwn ? phase.record.id : 'none';
        send({ kind: 'recorded', id, monoMs: nowMs });
        break;
      }
      case 'fail':
        send({ kind: 'not-recorded', failure: 'store.io' });
        break;
      case 'restore':
        if (gate.phase.kind === 'out-of-service') emptiedMs = nowMs;
        send({ kind: 'recording-restored' });
        break;
      case 'restart':
        emptiedMs = nowMs;
        gate = idleGate;
        break;
    }
  }
}

/** What a host says that remembers every entry it confirmed. */
function rememberedOf(
  { dedupeTag, presentationTag }: Pick<Scan, 'dedupeTag' | 'presentationTag'>,
  durable: ReadonlyMap<string, Record>,
): PassHistory {
  const scans = [...durable.values()].filter(({ kind: of }) => of === 'scan');
  const shown = scans.find(
    (record) =>
      record.kind === 'scan' &&
      presentationTag !== undefined &&
      record.scan.presentationTag === presentationTag,
  );
  const entered = scans.findLast(
    (record) =>
      record.kind === 'scan' &&
      dedupeTag !== undefined &&
      record.scan.dedupeTag === dedupeTag &&
      record.verdict.outcome === 'admit',
  );
  const lane = '1';
  if (shown !== undefined) return { kind: 'replay', atMs: shown.at.atMs, lane };
  return entered === undefined
    ? { kind: 'new' }
    : { kind: 'seen-again', atMs: entered.at.atMs, lane };
}

export const stories = fc.record({
  goBy: someRules,
  happenings: fc.array(happening, { maxLength: 60 }),
  isPrompt: fc.boolean(),
});

/** Holders' clients, refreshed and photographed, before a host that may start anew. */
export const liveStories: typeof stories = fc.record({
  goBy: fc.constantFrom(
    rules,
    withPolicy({ presentation: 'live', seenAgainWithinMs: 300_000 }),
    measuringRules,
  ),
  happenings: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: presentLive },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: kind('wait'),
          ms: fc.constantFrom(0, 1_600, 8_000, 20_000, 44_999, 45_000, 60_000),
        }),
      },
      { weight: 2, arbitrary: happening },
      { weight: 1, arbitrary: fc.record({ kind: kind('restart') }) },
    ),
    { maxLength: 60 },
  ),
  isPrompt: isStale.map((isSlow) => !isSlow),
});

const unstale = fc.constant(false);

/** Green people of whom most are feverish. */
export const feverStories: typeof stories = fc.record({
  goBy: fc.constant(measuringRules),
  happenings: fc
    .array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('settle', 'type'),
          centi: fc.constantFrom(3300, 3650, 3730, 3790, 4300),
          isStale: unstale,
        }),
        fc.record({
          kind: kind('resolve'),
          resolution: fc.oneof(
            fc.constant<Resolution>({ kind: 'measure-again' }),
            fc.constantFrom(...resolutions),
          ),
          isStale: unstale,
        }),
        fc.constant<Happening>({ kind: 'wait', ms: 15_000 }),
      ),
      { maxLength: 20 },
    )
    .map((later): Happening[] => [
      { kind: 'present', checked: authentic() },
      ...later,
    ]),
  isPrompt: fc.constant(true),
});
