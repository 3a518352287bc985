import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cjmcuFrame, gyFrame, thermometerVectors } from '#fixtures/devices';
import { thermometerFramer } from '#native';
import { bytesOf, itemsOf } from '../play.ts';

const framesIn = (chunks: readonly Uint8Array[]) => {
  const framer = thermometerFramer();
  return chunks.flatMap((chunk) => itemsOf(framer.push(chunk, 1000)));
};

const oneByOne = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => Uint8Array.of(byte));

const joined = (chunks: readonly Uint8Array[]) =>
  Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));

const measured = fc.record({
  objectCenti: fc.integer({ min: -7000, max: 32_767 }),
  ambientCenti: fc.integer({ min: -4000, max: 12_500 }),
});

describe('thermometer framing vectors', () => {
  it.each(thermometerVectors)('reads $id', ({ hex, frames }) => {
    const bytes = bytesOf({ hex });
    const readings = frames.map(({ to, ta }) => ({
      objectCenti: to,
      ambientCenti: ta,
      monoMs: 1000,
    }));
    expect(framesIn([bytes])).toEqual(readings);
    expect(framesIn(oneByOne(bytes))).toEqual(readings);
  });
});

describe('thermometer framing', () => {
  it('reads every frame of every family back', () => {
    fc.assert(
      fc.property(measured, (values) => {
        const sent = [
          gyFrame(values),
          cjmcuFrame(values, 'all'),
          cjmcuFrame(values, 'data'),
        ];
        for (const frame of sent)
          expect(framesIn([frame])).toMatchObject([values]);
      }),
    );
  });

  it('reads the same frames from any chunking', () => {
    fc.assert(
      fc.property(
        fc.array(measured, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        (values, sizes) => {
          const bytes = joined(values.map(gyFrame));
          const chunks: Uint8Array[] = [];
          for (let at = 0, n = 0; at < bytes.length; n += 1) {
            const size = sizes[n % sizes.length] ?? 1;
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(framesIn(chunks)).toEqual(framesIn([bytes]));
        },
      ),
    );
  });

  it('reads no body temperature that was not sent, however a frame is cut short', () => {
    const body = fc.record({
      objectCenti: fc.integer({ min: 3400, max: 4200 }),
      ambientCenti: fc.integer({ min: 1000, max: 3500 }),
    });
    fc.assert(
      fc.property(
        body,
        body,
        fc.integer({ min: 0, max: 8 }),
        (one, two, cut) => {
          const frames = framesIn([
            gyFrame(one).subarray(0, cut),
            gyFrame(two),
          ]);
          for (const { objectCenti } of frames)
            expect([one.objectCenti, two.objectCenti]).toContain(objectCenti);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds the next frame after any noise that holds no frame', () => {
    const noise = fc.array(
      fc.integer({ min: 0, max: 255 }).filter((b) => b !== 0x5a && b !== 0x66),
    );
    fc.assert(
      fc.property(noise, measured, (bytes, values) => {
        const sent = joined([Uint8Array.from(bytes), gyFrame(values)]);
        expect(framesIn([sent])).toMatchObject([values]);
      }),
    );
  });

  it('lets half a frame never meet another half that comes later', () => {
    const framer = thermometerFramer();
    const frame = gyFrame({ objectCenti: 3652, ambientCenti: 2510 });
    expect(framer.push(frame.subarray(0, 5), 1000)).toEqual([]);
    expect(framer.push(frame.subarray(5), 1101)).toEqual([]);
    expect(itemsOf(framer.push(frame, 1200))).toHaveLength(1);
  });

  it('joins the halves of a frame that arrive within 100 ms', () => {
    const framer = thermometerFramer();
    const frame = gyFrame({ objectCenti: 3652, ambientCenti: 2510 });
    framer.push(frame.subarray(0, 5), 1000);
    expect(itemsOf(framer.push(frame.subarray(5), 1100))).toMatchObject([
      { objectCenti: 3652, ambientCenti: 2510, monoMs: 1100 },
    ]);
  });
});
