import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chainNext,
  encodeHeader,
  genesis,
  verifyChain,
  type Entry,
  type EntryDraft,
} from '#core/log';
import { chainOf } from './chain-of.ts';
import { scanDraft, sha256, started } from './example-records.ts';

const log = chainOf([
  started,
  { ...scanDraft(1), sealed: Uint8Array.of(1, 2, 3) },
  scanDraft(2),
  { ...scanDraft(3), sealed: Uint8Array.of(4, 5, 6) },
  scanDraft(4),
]);

describe('chainNext', () => {
  test('is SHA-256(0x01 ‖ previous ‖ SHA-256(header ‖ sealed hash))', () => {
    const previous = Buffer.alloc(32, 7);
    const header = Buffer.from('header');
    const sealedHash = Buffer.alloc(32, 9);
    const link = createHash('sha256').update(header).update(sealedHash);
    const expected = createHash('sha256')
      .update(Uint8Array.of(1))
      .update(previous)
      .update(link.digest());
    expect(chainNext(previous, header, sealedHash, sha256)).toEqual(
      Uint8Array.from(expected.digest()),
    );
  });
});

describe('verifyChain', () => {
  test('finds nothing wrong with a log as it was written', () => {
    expect(verifyChain(log, sha256)).toEqual({ entries: 5 });
  });

  test('finds nothing wrong with an empty log', () => {
    expect(verifyChain([], sha256)).toEqual({ entries: 0 });
  });

  test('verifies the end of a log from the head before it', () => {
    expect(verifyChain(log.slice(3), sha256, log[2])).toEqual({ entries: 2 });
    expect(verifyChain(log.slice(3), sha256, log[1])).toMatchObject({
      brokenAtSeq: 3,
      fault: 'gap',
    });
  });

  test('names the seq that is missing', () => {
    const gone = log.filter(({ seq }) => seq !== 3);
    expect(verifyChain(gone, sha256)).toEqual({
      entries: 3,
      brokenAtSeq: 3,
      fault: 'gap',
    });
  });

  test('names the first of two entries that changed places', () => {
    const [first, second, ...rest] = log;
    const swapped = [second, first, ...rest].filter((it) => it !== undefined);
    expect(verifyChain(swapped, sha256).brokenAtSeq).toBe(1);
  });

  test('names the entry whose bytes are no header, even under a sound chain', () => {
    const header = Uint8Array.of(0xa0);
    const [entry] = chainOf([started]);
    const chain = chainNext(genesis.chain, header, genesis.chain, sha256);
    const odd = entry ? [{ ...entry, header, chain }] : [];
    expect(verifyChain(odd, sha256)).toMatchObject({
      brokenAtSeq: 1,
      fault: 'header',
    });
  });

  test('any byte changed anywhere is found, at its seq', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: log.length - 1 }),
        fc.constantFrom('header', 'sealedHash', 'chain'),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (index, field, at, flip) => {
          const tampered = log.map((entry): Entry => {
            if (entry !== log[index]) return entry;
            const bytes = Uint8Array.from(entry[field]);
            const place = at % bytes.length;
            bytes[place] = (bytes[place] ?? 0) ^ flip;
            return { ...entry, [field]: bytes };
          });
          expect(verifyChain(tampered, sha256)).toEqual({
            entries: index + 1,
            brokenAtSeq: index + 1,
            fault: 'chain',
          });
        },
      ),
    );
  });

  test.each([
    ['id', { id: 'another' }],
    ['kind', { kind: 'gap' }],
    ['ref', { ref: 'another' }],
  ] as const)(
    'names the entry whose %s is not that of its header',
    (_, change) => {
      const tampered = log.map((entry) =>
        entry.seq === 3 ? { ...entry, ...change } : entry,
      );
      expect(verifyChain(tampered, sha256)).toMatchObject({
        brokenAtSeq: 3,
        fault: 'columns',
      });
    },
  );

  test.each([
    ['outcome', { outcome: 'deny' }],
    ['reason', { reason: 'colour-red' }],
    ['issuer', { issuer: 'BJ' }],
    ['dedupe tag', { dedupeTag: 'ff' }],
    ['masked name', { maskedName: '张*' }],
    ['masked document', { maskedDocument: '****9999' }],
    ['boot', { bootId: 'boot-2' }],
    ['monotonic time', { monoMs: 1 }],
    ['time', { atMs: 1 }],
    ['time state', { timeState: 'doubtful' }],
  ] as const)(
    'names the entry whose column for %s says something else',
    (_, change) => {
      const tampered = log.map((entry) =>
        entry.seq === 3
          ? { ...entry, columns: { ...entry.columns, ...change } }
          : entry,
      );
      expect(verifyChain(tampered, sha256)).toMatchObject({
        brokenAtSeq: 3,
        fault: 'columns',
      });
    },
  );

  test('names the entry whose column was emptied', () => {
    const tampered = log.map((entry) => {
      const { outcome: _, ...columns } = entry.columns;
      return entry.seq === 3 ? { ...entry, columns } : entry;
    });
    expect(verifyChain(tampered, sha256)).toMatchObject({
      brokenAtSeq: 3,
      fault: 'columns',
    });
  });

  test('looks no further than the first that does not hold', () => {
    const from = function* (): Generator<Entry> {
      yield* log.slice(1);
      throw new Error('read on');
    };
    expect(verifyChain(from(), sha256)).toMatchObject({ brokenAtSeq: 1 });
  });
});

describe('encodeHeader', () => {
  test('gives the same bytes whatever the order of the body was', () => {
    const turned: EntryDraft = {
      ...started,
      body: Object.fromEntries(Object.entries(started.body).reverse()),
    };
    expect(encodeHeader(1, turned)).toEqual(encodeHeader(1, started));
  });
});
