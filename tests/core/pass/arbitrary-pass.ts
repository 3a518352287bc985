import fc from 'fast-check';
import type { Form, Health, Pass } from '#core/pass';

const day = 86_400;
const longest: Readonly<Record<Form, number>> = {
  live: day,
  paper: 180 * day,
  static: 30 * day,
};

function single(form: Form): fc.Arbitrary<Pass> {
  return fc
    .record({ envelope: envelope(form), health: health(form) })
    .map((made) => ({ kind: 'single', ...made.envelope, health: made.health }));
}

function household(form: Form): fc.Arbitrary<Pass> {
  const members = fc.array(health(form), { minLength: 2, maxLength: 6 });
  return fc.record({ envelope: envelope(form), members }).map((made) => ({
    kind: 'household',
    ...made.envelope,
    members: made.members,
  }));
}

type Envelope = Omit<Pass, 'kind'>;

function envelope(form: Form): fc.Arbitrary<Envelope> {
  const dates = fc
    .tuple(seconds, fc.integer({ min: 1, max: longest[form] }))
    .map(([notBefore, length]) => ({
      notBefore,
      expiresAt: notBefore + length,
    }));
  const claims = fc.record(
    {
      issuer: fc.string({
        unit: fc.constantFrom('S', 'C', '5', '1', '-'),
        minLength: 1,
        maxLength: 16,
      }),
      issuedAt: seconds,
      passId: bytes(16),
      form: fc.constant(form),
      holderKey: bytes(32),
      itinerary,
      entrance: fc.nat(),
      guardian: fc.record({
        relation: fc.constantFrom('parent', 'child', 'spouse', 'other'),
        maskedName: text(60),
      }),
      convertedFrom: fc.record(
        { issuer: text(60), number: text(24), by: text(60), until: seconds },
        { requiredKeys: ['issuer'] },
      ),
    },
    {
      requiredKeys: [
        'issuer',
        'issuedAt',
        'passId',
        'form',
        ...(form === 'live' ? (['holderKey'] as const) : []),
      ],
    },
  );
  return fc.tuple(claims, dates).map(([claimed, dated]) => {
    const { holderKey, itinerary: visits, ...rest } = claimed;
    return {
      ...rest,
      ...dated,
      ...(form !== 'paper' && holderKey !== undefined && { holderKey }),
      ...(form !== 'paper' && visits !== undefined && { itinerary: visits }),
    };
  });
}

function health(form: Form): fc.Arbitrary<Health> {
  if (form === 'paper') return fc.record({ person, status });
  return fc.record(
    { person, status, colour, colourReason, test, vaccination },
    { requiredKeys: ['person', 'status', 'colour'] },
  );
}

const seconds = fc.integer({ min: 0, max: 2 ** 40 });

const person = fc.record(
  {
    name: text(60),
    documentType: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 9),
    documentNumber: fc.constantFrom(
      'X',
      '12',
      '123',
      '001X',
      '110123X',
      'E12四567',
    ),
    birthYear: fc.integer({ min: 1900, max: 2100 }),
    latinName: text(60),
  },
  { requiredKeys: ['name'] },
);

const status = fc.record({
  list: fc.nat(),
  index: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
});

const colour = fc.record(
  { code: text(8), label: text(24) },
  { requiredKeys: ['code'] },
);

const colourReason = fc.record({
  reasonClass: fc.integer({ min: 1, max: 10 }),
  setBy: text(60),
});

const test = fc.record(
  {
    kind: fc.constantFrom('nucleic-acid', 'antigen', 'antibody'),
    result: fc.constantFrom('negative', 'positive', 'pending', 'invalid'),
    sampledAt: seconds,
    reportedAt: seconds,
    laboratory: text(12),
  },
  { requiredKeys: ['kind', 'result', 'sampledAt'] },
);

const vaccination = fc.record(
  {
    doses: fc.nat(),
    complete: fc.boolean(),
    booster: fc.boolean(),
    lastDay: fc.nat(),
    product: fc.nat(),
  },
  { requiredKeys: ['doses', 'complete'] },
);

const itinerary = fc.oneof(
  fc.constant('marked' as const),
  fc.array(
    fc.record({
      area: fc.integer({ min: 100_000, max: 999_999 }),
      fromDay: fc.nat(),
      toDay: fc.nat(),
    }),
    { maxLength: 14 },
  ),
);

/** Text of 1 to `most` bytes; every unit takes four bytes at most and all are NFC together. */
function text(most: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom('张', '三', 'é', 'Z', ' ', '·', '𠮷', '*'),
    minLength: 1,
    maxLength: Math.floor(most / 4),
  });
}

function bytes(length: number): fc.Arbitrary<Uint8Array> {
  return fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((value) => Uint8Array.from(value));
}

/** Passes that keep every rule of the format, of all forms, one person and households. */
export const pass: fc.Arbitrary<Pass> = fc.oneof(
  ...(['live', 'paper', 'static'] as const).flatMap((form) => [
    single(form),
    household(form),
  ]),
);
