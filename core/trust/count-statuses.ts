import type { StatusList } from './bundle.ts';
import { valueAt } from './status-chunks.ts';
import type { StatusBits } from './trust-list.ts';

/** How many of a list's indices have each status. */
export type StatusCounts = Readonly<Record<StatusBits, number>>;

/** For a screen: one look at each byte of the list. */
export function countStatuses({
  entries,
  chunks,
}: Pick<StatusList, 'entries' | 'chunks'>): StatusCounts {
  const timesComes = countBytes(chunks);
  const countOf = (value: number): number =>
    allBytes.reduce(
      (sum, byte) => sum + timesComes(byte) * timesIn(byte, value),
      0,
    );
  const [hold, revoked, changed] = [countOf(1), countOf(2), countOf(3)];
  return { normal: entries - hold - revoked - changed, hold, revoked, changed };
}

const allBytes: readonly number[] = Array.from({ length: 256 }, (_, at) => at);

/** How often each of the 256 bytes comes: at most 2^24 times, which 32 bits can count. */
function countBytes(chunks: readonly Uint8Array[]): (byte: number) => number {
  const counts = new DataView(new ArrayBuffer(256 * 4));
  for (const chunk of chunks) {
    for (const byte of chunk) {
      counts.setUint32(byte * 4, counts.getUint32(byte * 4) + 1);
    }
  }
  return (byte) => counts.getUint32(byte * 4);
}

/** How many of the four entries of a byte have this value. */
function timesIn(byte: number, value: number): number {
  return [0, 1, 2, 3].filter(
    (index) => valueAt(Uint8Array.of(byte), index) === value,
  ).length;
}
