import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const paletteSize = 256;

/**
 * The same picture in at most 256 colours, about a third of the bytes. The commonest colours stay
 * exact; what is left of soft edges takes the nearest. Reads 8-bit RGB and RGBA without interlace.
 */
export function toPalettePng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined) throw new Error('not a PNG');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = header[9] === 6 ? 4 : 3;
  const data = chunks.filter(({ type }) => type === 'IDAT');
  const raw = inflateSync(Buffer.concat(data.map((chunk) => chunk.data)));
  const pixels = unfiltered(raw, width * channels, height, channels);
  const { palette, indexOf } = paletteOf(pixels, channels);

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = pixels.readUIntBE((y * width + x) * channels, 3);
      rows[y * (width + 1) + 1 + x] = indexOf(colour);
    }
  }
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    signature,
    chunk('IHDR', indexed),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(
  png: Buffer,
): readonly { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    found.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

/** Undoes the five filters of PNG 1.2, section 6. */
function unfiltered(
  raw: Buffer,
  rowLength: number,
  height: number,
  step: number,
): Buffer {
  const out = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowLength + 1)] ?? 0;
    for (let x = 0; x < rowLength; x += 1) {
      const at = y * rowLength + x;
      const left = x < step ? 0 : (out[at - step] ?? 0);
      const up = y === 0 ? 0 : (out[at - rowLength] ?? 0);
      const corner =
        x < step || y === 0 ? 0 : (out[at - rowLength - step] ?? 0);
      const guess =
        [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[y * (rowLength + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function paletteOf(
  pixels: Buffer,
  channels: number,
): { readonly palette: Buffer; readonly indexOf: (colour: number) => number } {
  const counts = new Map<number, number>();
  for (let at = 0; at + 2 < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const kept = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, paletteSize)
    .map(([colour]) => colour);
  const indices = new Map(kept.map((colour, index) => [colour, index]));
  const palette = Buffer.alloc(kept.length * 3);
  kept.forEach((colour, index) => palette.writeUIntBE(colour, index * 3, 3));
  const indexOf = (colour: number): number => {
    const known = indices.get(colour);
    if (known !== undefined) return known;
    const nearest = kept.indexOf(
      kept.reduce((best, next) =>
        distance(next, colour) < distance(best, colour) ? next : best,
      ),
    );
    indices.set(colour, nearest);
    return nearest;
  };
  return { palette, indexOf };
}

function distance(one: number, other: number): number {
  return [16, 8, 0]
    .map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255))
    .reduce((sum, difference) => sum + difference * difference, 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
