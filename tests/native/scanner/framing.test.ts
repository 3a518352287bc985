import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scannerVectors } from '#fixtures/devices';
import { scannerFramer, type ScannerProfile } from '#native';
import { bytesOf, itemsOf, play, type Burst } from '../play.ts';

const quiet: ScannerProfile = { baudRate: 9600, terminator: 'quiet' };
const cr: ScannerProfile = { baudRate: 9600, terminator: 'cr' };

const textsOf = (profile: ScannerProfile, bursts: readonly Burst[]) =>
  itemsOf(play(scannerFramer(profile), bursts)).map(({ text }) => text);

describe('scanner framing vectors', () => {
  it.each(scannerVectors)('reads $id', (vector) => {
    const profile = vector.terminator === 'cr' ? cr : quiet;
    const bursts = vector.chunks.map((hex) => ({
      bytes: bytesOf({ hex }),
      thenMs: vector.gapMs ?? 0,
    }));
    const scans = itemsOf(play(scannerFramer(profile), bursts));
    expect(scans.map(({ monoMs, ...scan }) => scan)).toEqual(
      vector.scans.map((scan) => ({ suspect: false, ...scan })),
    );
  });
});

describe('scanner framing by silence', () => {
  it('waits 35 ms after a terminator', () => {
    const framer = scannerFramer(quiet);
    framer.push(bytesOf('ABC\r'), 1000);
    expect(framer.deadlineMs).toBe(1035);
    expect(framer.tick(1034)).toEqual([]);
    expect(itemsOf(framer.tick(1035))).toMatchObject([{ text: 'ABC' }]);
    expect(framer.deadlineMs).toBeUndefined();
  });

  it.each([
    { baudRate: 115_200, idleMs: 60 },
    { baudRate: 9600, idleMs: 60 },
    { baudRate: 2400, idleMs: 200_000 / 2400 },
    { baudRate: 1200, idleMs: 200_000 / 1200 },
  ])(
    'waits $idleMs ms after any other byte at $baudRate baud',
    ({ baudRate, idleMs }) => {
      const framer = scannerFramer({ baudRate, terminator: 'quiet' });
      framer.push(bytesOf('ABC'), 1000);
      expect(framer.deadlineMs).toBeCloseTo(1000 + idleMs, 6);
    },
  );

  it('ends a scan at a CR without waiting when the profile says so', () => {
    const framed = scannerFramer(cr).push(bytesOf('AAA\rBBB\r'), 1000);
    expect(itemsOf(framed).map(({ text }) => text)).toEqual(['AAA', 'BBB']);
  });

  it('dates a scan with its last byte, not with the silence after it', () => {
    const bursts = [
      { bytes: bytesOf('A'), thenMs: 30 },
      { bytes: bytesOf('B\r'), thenMs: 100 },
    ];
    const scans = itemsOf(play(scannerFramer(quiet), bursts));
    expect(scans).toMatchObject([{ text: 'AB', monoMs: 1030 }]);
  });

  it('joins bytes that a stalled host hands over after the deadline', () => {
    const framer = scannerFramer(quiet);
    framer.push(bytesOf('AAA'), 1000);
    framer.push(bytesOf('BBB\r'), 1500);
    expect(itemsOf(framer.tick(1535))).toMatchObject([{ text: 'AAABBB' }]);
  });

  it('ignores a push of nothing', () => {
    const framer = scannerFramer(quiet);
    framer.push(bytesOf('ABC\r'), 1000);
    expect(framer.push(new Uint8Array(), 1030)).toEqual([]);
    expect(framer.deadlineMs).toBe(1035);
  });
});

describe('scanner framing announcements', () => {
  it('announces the first byte of a scan once', () => {
    const bursts = ['A', 'B', 'C\r'].map((text) => ({
      bytes: bytesOf(text),
      thenMs: 20,
    }));
    expect(play(scannerFramer(quiet), bursts).map(({ kind }) => kind)).toEqual([
      'receiving',
      'item',
    ]);
  });

  it('announces the next scan that a chunk has begun', () => {
    const framed = scannerFramer(cr).push(bytesOf('AAA\rBB'), 1000);
    expect(framed.map(({ kind }) => kind)).toEqual(['item', 'receiving']);
  });

  it('announces nothing for a late line feed', () => {
    expect(
      play(scannerFramer(quiet), [{ bytes: bytesOf('\r\n'), thenMs: 0 }]),
    ).toEqual([]);
  });
});

describe('scanner framing overflow', () => {
  const noise = (bytes: number) => new Uint8Array(bytes).fill(0x41);

  it('keeps 8192 bytes', () => {
    const [text] = textsOf(quiet, [{ bytes: noise(8192), thenMs: 0 }]);
    expect(text).toHaveLength(8192);
  });

  it.each([8193, 9000, 1_048_576])(
    'reports one overflow for %i bytes without a terminator',
    (bytes) => {
      for (const profile of [quiet, cr]) {
        const framed = play(scannerFramer(profile), [
          { bytes: noise(bytes), thenMs: 0 },
        ]);
        expect(framed.filter(({ kind }) => kind !== 'receiving')).toEqual([
          { kind: 'fault', failure: 'device.overflow' },
        ]);
      }
    },
  );

  it.each([quiet, cr])(
    'drops the rest of the noise and reads the next scan ($terminator)',
    (profile) => {
      const bursts = [
        { bytes: noise(9000), thenMs: 30 },
        { bytes: bytesOf('tail of the noise\r'), thenMs: 100 },
        { bytes: bytesOf('ABC\r'), thenMs: 100 },
      ];
      expect(textsOf(profile, bursts)).toEqual(['ABC']);
    },
  );
});

describe('scanner framing under any pace', () => {
  const chunked = fc.record({
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    cuts: fc.array(
      fc.record({ bytes: fc.integer({ min: 1, max: 64 }), ms: fc.nat(34) }),
      { minLength: 1, maxLength: 50 },
    ),
  });

  const cutUp = (
    bytes: Uint8Array,
    cuts: readonly { bytes: number; ms: number }[],
  ): readonly Burst[] => {
    const bursts: Burst[] = [];
    for (let at = 0, n = 0; at < bytes.length; n += 1) {
      const cut = cuts[n % cuts.length] ?? { bytes: 1, ms: 0 };
      const chunk = bytes.subarray(at, at + cut.bytes);
      bursts.push({ bytes: chunk, thenMs: cut.ms });
      at += chunk.length;
    }
    return bursts;
  };

  it.each([quiet, cr])(
    'gives the scans of the same bytes in one chunk ($terminator)',
    (profile) => {
      fc.assert(
        fc.property(chunked, ({ text, cuts }) => {
          const bytes = bytesOf(`${text}\r`);
          const whole = textsOf(profile, [{ bytes, thenMs: 0 }]);
          expect(textsOf(profile, cutUp(bytes, cuts))).toEqual(whole);
        }),
      );
    },
  );

  it('gives back every printable text exactly, whatever the pace', () => {
    const printable = fc.stringMatching(/^[A-Z0-9$%*+./: -]{1,400}$/);
    fc.assert(
      fc.property(printable, chunked, (text, { cuts }) => {
        const bursts = cutUp(bytesOf(`${text}\r`), cuts);
        expect(textsOf(quiet, bursts)).toEqual([text]);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const profile of [quiet, cr])
          for (const scan of textsOf(profile, [{ bytes, thenMs: 0 }]))
            expect(scan.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
