import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeCbor } from '#core/cbor';
import {
  columnsOf,
  encodeHeader,
  readHeader,
  toEntryDraft,
  type EntryBody,
  type EntryValue,
} from '#core/log';
import {
  allowed,
  checkpoint,
  noon,
  scanDraft,
  started,
} from './example-records.ts';

describe('a header', () => {
  test.each([
    ['a start', started],
    ['a scan', scanDraft(1)],
    ['a guard action', toEntryDraft(allowed, checkpoint)],
  ])('of %s reads back as it was written', (_, draft) => {
    const { projection: _projection, ...header } = draft;
    const read = readHeader(encodeHeader(12, draft));
    expect(read).toEqual({ ok: true, value: { seq: 12, ...header } });
  });

  test('carries any body of plain values', () => {
    const text = fc.stringMatching(/^[a-z]{0,12}$/);
    const leaf = fc.oneof(
      text,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.uint8Array({ maxLength: 8 }),
    );
    const value: fc.Arbitrary<EntryValue> = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 3 }),
      fc.array(fc.dictionary(text, leaf, { maxKeys: 3 }), { maxLength: 3 }),
    );
    const body: fc.Arbitrary<EntryBody> = fc.dictionary(text, value);
    fc.assert(
      fc.property(body, (each) => {
        const read = readHeader(encodeHeader(1, { ...started, body: each }));
        expect(read.ok && { ...read.value.body }).toEqual({ ...each });
      }),
    );
  });

  test('keeps an interval that has no end, and fractions of a millisecond outwards', () => {
    const at = {
      ...noon,
      lowerMs: noon.lowerMs - 0.5,
      upperMs: Number.POSITIVE_INFINITY,
      monoMs: 12.75,
    };
    const read = readHeader(encodeHeader(1, { ...started, at }));
    expect(read.ok && read.value.at).toEqual({
      ...noon,
      lowerMs: noon.lowerMs - 1,
      upperMs: Number.MAX_SAFE_INTEGER,
      monoMs: 12,
    });
  });

  test('fits a batch of five hundred into half a mebibyte with its hashes', () => {
    expect(encodeHeader(1_000_000, scanDraft(1)).length).toBeLessThan(900);
  });
});

describe('readHeader', () => {
  test('refuses bytes that are not of the profile', () => {
    expect(readHeader(Uint8Array.of(0xff))).toEqual({
      ok: false,
      error: 'not-cbor',
    });
  });

  test.each([
    ['no map', 1],
    ['an empty map', new Map()],
    ['a list', [1, 2]],
  ])('refuses %s', (_, value) => {
    expect(readHeader(encodeCbor(value))).toEqual({
      ok: false,
      error: 'not-a-header',
    });
  });

  const time = new Map<string, string | number>([
    ['lower', 1],
    ['at', 2],
    ['upper', 3],
    ['state', 'trusted'],
    ['mono', 4],
    ['boot', 'b'],
  ]);
  const whole = new Map<string, string | number | Map<string, string | number>>(
    [
      ['seq', 1],
      ['id', 'id'],
      ['kind', 'start'],
      ['time', time],
      ['body', new Map()],
    ],
  );

  test('takes the least there can be', () => {
    expect(readHeader(encodeCbor(whole)).ok).toBe(true);
  });

  test.each(['seq', 'id', 'kind', 'time', 'body'])(
    'refuses a header without %s',
    (name) => {
      const short = new Map([...whole].filter(([key]) => key !== name));
      expect(readHeader(encodeCbor(short)).ok).toBe(false);
    },
  );

  test.each([
    ['seq', 'one'],
    ['id', 1],
    ['kind', 'party'],
    ['kind', 'toString'],
    ['ref', 5],
    ['time', 5],
    ['body', 5],
  ])('refuses %s of %j', (name, value) => {
    const odd = new Map([...whole, [name, value]]);
    expect(readHeader(encodeCbor(odd)).ok).toBe(false);
  });

  test.each([
    ['lower', 'x'],
    ['at', 'x'],
    ['upper', 'x'],
    ['state', 'sure'],
    ['mono', 'x'],
    ['boot', 1],
  ])('refuses a time whose %s is %j', (name, value) => {
    const odd = new Map([
      ...whole,
      ['time', new Map([...time, [name, value]])],
    ]);
    expect(readHeader(encodeCbor(odd)).ok).toBe(false);
  });
});

describe('columnsOf', () => {
  test('repeats of the header what a page filters by', () => {
    expect(columnsOf(scanDraft(1))).toEqual({
      bootId: 'boot-1',
      monoMs: 60_000,
      atMs: noon.atMs,
      timeState: 'trusted',
      outcome: 'admit',
      reason: 'colour-green',
      issuer: 'XJ',
      dedupeTag: '00112233445566778899aabbccddeeff',
      maskedName: '古*提',
      maskedDocument: '****1234',
    });
  });

  test('projects nothing that a body does not have', () => {
    expect(columnsOf({ ...started, body: {} })).toEqual({
      bootId: 'boot-1',
      monoMs: 60_000,
      atMs: noon.atMs,
      timeState: 'trusted',
    });
  });

  test.each<[string, EntryBody]>([
    ['an outcome that is none of the four', { outcome: 'maybe' }],
    ['an outcome that is no text', { outcome: 1 }],
    ['reasons that are no list', { reasons: 'fever' }],
    ['no reasons', { reasons: [] }],
    ['a reason without a code', { reasons: [{ detail: 'x' }] }],
    ['a reason that is a text', { reasons: ['fever'] }],
  ])('projects nothing of %s', (_, body) => {
    expect(columnsOf({ ...started, body })).toEqual(
      columnsOf({ ...started, body: {} }),
    );
  });
});
