import { ok } from '#core/result';
import { bool, choice, refuse, text, uint } from './codec.ts';
import type { Codec } from './codec.ts';
import {
  arrayOf,
  list,
  mapOf,
  optional,
  required,
  sameMap,
} from './composed-codec.ts';
import type {
  ColourReason,
  ConvertedFrom,
  DocumentType,
  Form,
  Guardian,
  Health,
  IssuerColour,
  Itinerary,
  LatestTest,
  Person,
  StatusRef,
  Vaccination,
} from './pass.ts';

/** The health map, claim -65537, in three parts that share its keys, before the rules of its form. */
export interface WireHealth {
  readonly schema: {
    readonly major: number;
    readonly form: Form;
    readonly members?: readonly Health[];
  };
  /** What is said once, of one person or of the whole household. */
  readonly shared: {
    readonly itinerary?: Itinerary;
    readonly entrance?: number;
    readonly guardian?: Guardian;
    readonly convertedFrom?: ConvertedFrom;
  };
  /** What is said of one person; each member of a household has the same for itself. */
  readonly own: { readonly person?: Person } & PersonState;
}

/** What paper must not say. */
export type PersonState = Pick<
  Health,
  'colour' | 'colourReason' | 'test' | 'vaccination'
>;

export const statusRef: Codec<StatusRef> = arrayOf({
  list: required(0, uint()),
  index: required(1, uint(0, 2 ** 20 - 1)),
});

/** Key 2.3: first three and last four characters, or no more than the last four. */
const MASKED_NUMBER = /^(?:[^*]{1,4}|[^*]{7})$/u;

const DOCUMENT_TYPES: readonly DocumentType[] = [1, 2, 3, 4, 5, 6, 7, 9];

const person: Codec<Person> = mapOf({
  name: required(1, text(60)),
  documentType: optional(
    2,
    choice(new Map(DOCUMENT_TYPES.map((type) => [type, type]))),
  ),
  documentNumber: optional(3, text(60, MASKED_NUMBER)),
  birthYear: optional(4, uint()),
  latinName: optional(5, text(60)),
});

const colour: Codec<IssuerColour> = arrayOf({
  code: required(0, text(8)),
  label: optional(1, text(24)),
});

const colourReason: Codec<ColourReason> = arrayOf({
  reasonClass: required(0, uint(1, 10)),
  setBy: required(1, text()),
});

const latestTest: Codec<LatestTest> = mapOf({
  kind: required(
    1,
    choice(
      new Map([
        [1, 'nucleic-acid'],
        [2, 'antigen'],
        [3, 'antibody'],
      ] as const),
    ),
  ),
  result: required(
    2,
    choice(
      new Map([
        [1, 'negative'],
        [2, 'positive'],
        [3, 'pending'],
        [4, 'invalid'],
      ] as const),
    ),
  ),
  sampledAt: required(3, uint()),
  reportedAt: optional(4, uint()),
  laboratory: optional(5, text(12)),
});

const vaccination: Codec<Vaccination> = mapOf({
  doses: required(1, uint()),
  complete: required(2, bool),
  booster: optional(3, bool),
  lastDay: optional(4, uint()),
  product: optional(5, uint()),
});

const visits = list(
  arrayOf({
    area: required(0, uint(100_000, 999_999)),
    fromDay: required(1, uint()),
    toDay: required(2, uint()),
  }),
  0,
  14,
);

/** Key 7: the areas and days, or `true` for the bare asterisk. */
const itinerary: Codec<Itinerary> = {
  read(value) {
    if (typeof value !== 'boolean') return visits.read(value);
    return value ? ok('marked') : refuse('claim-range');
  },
  write: (value) => (value === 'marked' ? true : visits.write(value)),
};

const form: Codec<Form> = choice(
  new Map([
    [1, 'live'],
    [2, 'paper'],
    [3, 'static'],
  ] as const),
);

const guardian: Codec<Guardian> = mapOf({
  relation: required(
    1,
    choice(
      new Map([
        [1, 'parent'],
        [2, 'child'],
        [3, 'spouse'],
        [4, 'other'],
      ] as const),
    ),
  ),
  maskedName: required(2, text()),
});

const convertedFrom: Codec<ConvertedFrom> = mapOf({
  issuer: required(1, text()),
  number: optional(2, text(24)),
  by: optional(3, text()),
  until: optional(4, uint()),
});

const personState = {
  colour: optional(3, colour),
  colourReason: optional(4, colourReason),
  test: optional(5, latestTest),
  vaccination: optional(6, vaccination),
};

/** Key 11: keys other than these are unknown here, 7 among them. */
const member: Codec<Health> = mapOf({
  person: required(2, person),
  ...personState,
  status: required(13, statusRef),
});

export const wireHealth: Codec<WireHealth> = sameMap({
  schema: mapOf({
    major: required(1, uint(1, 1)),
    form: required(8, form),
    members: optional(11, list(member, 2, 6)),
  }),
  own: mapOf({ person: optional(2, person), ...personState }),
  shared: mapOf({
    itinerary: optional(7, itinerary),
    entrance: optional(9, uint()),
    guardian: optional(10, guardian),
    convertedFrom: optional(12, convertedFrom),
  }),
});
