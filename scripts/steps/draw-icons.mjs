import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { root } from './root.mjs';

const folder = join(root, 'electron', 'packaging', 'icons');
const sizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 32, 48, 256];

/** Writes one PNG per size for Linux, and one file of several for Windows. */
export async function drawIcons() {
  mkdirSync(folder, { recursive: true });
  const svg = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8');
  const pictures = await draw(svg);
  for (const [size, png] of pictures)
    writeFileSync(join(folder, `${size}x${size}.png`), png);
  writeFileSync(
    join(folder, 'postern.ico'),
    icoOf([...pictures].filter(([size]) => windowsSizes.includes(size))),
  );
  return 0;
}

/**
 * Has a browser draw the picture in every size, on nothing.
 * @param {string} svg
 * @returns {Promise<ReadonlyMap<number, Buffer>>}
 */
async function draw(svg) {
  // Loaded here: this module is also read before the dependencies are installed.
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
  });
  const pictures = new Map();
  for (const size of sizes) {
    const page = await browser.newPage({
      viewport: { width: size, height: size },
    });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    pictures.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  return pictures;
}

/**
 * A Windows icon: six bytes of head, sixteen for each picture, then the PNGs as they are.
 * @param {readonly (readonly [number, Buffer])[]} pictures
 */
function icoOf(pictures) {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = 6 + 16 * pictures.length;
  const entries = pictures.map(([size, png]) => {
    const entry = Buffer.alloc(16);
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(at, 12);
    at += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...pictures.map(([, png]) => png)]);
}
