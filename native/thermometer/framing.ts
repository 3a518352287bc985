import type { ThermometerFrame } from '../device.ts';
import type { Framed, Framer } from '../framer.ts';

/** Half a frame older than this never meets its other half; a whole one takes 10 ms at 9600. */
const staleMs = 100;

const frameBytes = 9;

/**
 * Frames of the MLX90614 modules with a microcontroller, nine bytes each:
 * GY-MCU90614 and 90615 `5A 5A 45 04 TOh TOl TAh TAl SUM`, CJMCU `66 66 mode 04 …`. Bytes that
 * begin no frame are dropped one at a time, since a header may also occur inside the data.
 */
export function thermometerFramer(): Framer<ThermometerFrame> {
  let pending: Uint8Array = new Uint8Array();
  let lastByteMs = 0;

  return {
    push(bytes, monoMs) {
      const kept = monoMs - lastByteMs > staleMs ? [] : [...pending];
      pending = Uint8Array.from([...kept, ...bytes]);
      lastByteMs = monoMs;
      const framed: Framed<ThermometerFrame>[] = [];
      while (pending.length >= frameBytes) {
        const item = readFrame(pending.subarray(0, frameBytes), monoMs);
        if (item !== undefined) framed.push({ kind: 'item', item });
        pending = pending.subarray(item === undefined ? 1 : frameBytes);
      }
      return framed;
    },
    tick: () => [],
    deadlineMs: undefined,
  };
}

function readFrame(
  bytes: Uint8Array,
  monoMs: number,
): ThermometerFrame | undefined {
  if (!isFrame(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const ambientCenti = view.getInt16(6);
  if (!isAmbientOfSensor(ambientCenti)) return undefined;
  return { objectCenti: view.getInt16(4), ambientCenti, monoMs };
}

function isFrame(bytes: Uint8Array): boolean {
  const [first, second, mode, length] = bytes;
  if (first !== second || length !== 4) return false;
  const wholeSum = sum(bytes.subarray(0, 8));
  if (first === 0x5a) return mode === 0x45 && bytes[8] === wholeSum;
  if (first !== 0x66 || (mode !== 1 && mode !== 2)) return false;
  // Sellers describe the sum of all bytes; captured frames carry the sum of the four data bytes.
  return bytes[8] === wholeSum || bytes[8] === sum(bytes.subarray(4, 8));
}

function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, byte) => total + byte, 0) & 0xff;
}

/**
 * The sensor works from -40 to 125 °C. A frame cut short after `0E` (any body temperature) and the
 * header of the next one add up to a correct sum of 36.74 °C; only its ambient of 231 °C tells.
 */
function isAmbientOfSensor(ambientCenti: number): boolean {
  return ambientCenti >= -4000 && ambientCenti <= 12_500;
}
