import { hash } from 'node:crypto';

/** What binds one row: of which entry it is, and what its cells say. */
export interface RowMark {
  /** 0 for the row of headings. */
  readonly seq: number;
  /** The first 16 bytes of SHA-256 over the cells as a JSON array in UTF-8. */
  readonly digest: Uint8Array;
}

const digestLength = 16;
const markLength = 8 + digestLength;

/** Of the cells as they are read back: another program may quote them otherwise and change nothing. */
export function digestOf(cells: readonly string[]): Uint8Array {
  const digest = hash('sha256', JSON.stringify(cells), 'buffer');
  return new Uint8Array(digest.subarray(0, digestLength));
}

/** Collects marks, 24 bytes each: eight of seq, the highest first, and the digest. */
export interface RowList {
  add(mark: RowMark): void;
  bytes(): Uint8Array;
}

export function createRowList(): RowList {
  let room = new Uint8Array(markLength * 1024);
  let length = 0;
  return {
    add: ({ seq, digest }) => {
      if (length + markLength > room.length) {
        const larger = new Uint8Array(room.length * 2);
        larger.set(room);
        room = larger;
      }
      new DataView(room.buffer).setBigUint64(length, BigInt(seq));
      room.set(digest, length + 8);
      length += markLength;
    },
    bytes: () => room.subarray(0, length),
  };
}

/** Reads what a list wrote; undefined where it cannot be one. */
export function readRowList(bytes: Uint8Array): readonly RowMark[] | undefined {
  if (bytes.length % markLength !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / markLength }, (_, at) => {
    const from = at * markLength;
    return {
      seq: Number(view.getBigUint64(from)),
      digest: bytes.subarray(from + 8, from + markLength),
    };
  });
}
