import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { repository } from '../house/tracked-files.ts';

const folder = join(repository, 'electron', 'packaging', 'icons');
const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));

function colourAt(png: PNG, x: number, y: number): string {
  const at = 4 * (y * png.width + x);
  return png.data.subarray(at, at + 4).toString('hex');
}

describe('the icons', () => {
  it.each(pictures)('have in %s what its name says', (name) => {
    const png = PNG.sync.read(readFileSync(join(folder, name)));
    expect(`${png.width}x${png.height}.png`).toBe(name);
    // Next to nothing in the corner, the ground of renderer/icon.svg at the foot.
    expect(colourAt(png, 0, 0)).toMatch(/0[0-4]$/);
    expect(
      colourAt(png, Math.floor(png.width / 2), Math.floor(png.height * 0.9)),
    ).toBe('0b1f33ff');
  });

  it('have the sizes that desktops ask for, and stay small', () => {
    expect(pictures).toEqual(
      expect.arrayContaining(['16x16.png', '48x48.png', '512x512.png']),
    );
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).length).toBeLessThan(20_000);
  });

  it('hold the same pictures for Windows, one after the other', () => {
    const ico = readFileSync(join(folder, 'postern.ico'));
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, index) => {
      const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
      const size = entry.readUInt8(0) || 256;
      const [length, at] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      expect(ico.subarray(at, at + length)).toEqual(
        readFileSync(join(folder, `${size}x${size}.png`)),
      );
      return size;
    });
    expect(sizes).toEqual([16, 32, 48, 256]);
  });
});
