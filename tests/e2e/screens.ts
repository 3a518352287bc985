import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from '../../scripts/steps/browser.mjs';
import { misfits } from './misfits.ts';
import { toPalettePng } from './palette-png.ts';

/**
 * Draws every state of the gate in both languages and looks at it as a machine can: nothing leaves
 * the screen, nothing is cut, axe finds nothing serious, no picture is large. `--out` and `--size`
 * draw elsewhere and larger, for looking; `--only` takes part of a name.
 */
const {
  values: { out, size, only },
} = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screens' },
    size: { type: 'string', default: '1280x800' },
    only: { type: 'string', default: '' },
  },
});

const largestBytes = 150 * 1024;
const [width = 1280, height = 800] = size.split('x').map(Number);
const faults: string[] = [];
let drawn = 0;

interface Drawing {
  /** Empty where the state is only inspected. */
  readonly name: string;
  readonly href: string;
  readonly press: string;
}

await build({ mode: 'gallery', logLevel: 'error' });
const server = await preview({
  mode: 'gallery',
  logLevel: 'error',
  preview: { port: 0, host: '127.0.0.1' },
});
const gallery = new URL('gallery.html', server.resolvedUrls?.local[0]).href;
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
});
await mkdir(out, { recursive: true });
if (only === '') await removePictures(out);
for (const language of ['zh', 'en']) await drawAll(language);
await browser.close();
await server.close();

for (const fault of faults) console.error(fault);
console.log(`${drawn} pictures in ${out}, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

/** A state that is no more leaves no picture behind; nothing else in the folder is touched. */
async function removePictures(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/-(zh|en)\.png$/.test(name)) await rm(join(folder, name));
  }
}

async function drawAll(language: string): Promise<void> {
  const page = await openPage(browser, language);
  await page.goto(gallery);
  for (const drawing of await listed(page)) {
    const isWanted = only === '' || drawing.name.includes(only);
    if (!isWanted || (drawing.name === '' && only !== '')) continue;
    const label = `${drawing.name || drawing.href}-${language}`;
    await draw(page, drawing);
    for (const misfit of await misfits(page))
      faults.push(`${label}: ${misfit}`);
    if (drawing.name === '') continue;
    await audit(page, label);
    await save(page, join(out, `${label}.png`));
  }
  await page.context().close();
}

async function openPage(from: Browser, language: string): Promise<Page> {
  const context = await from.newContext({
    viewport: { width, height },
    // What moves stands still, so that the same state gives the same picture.
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => {
    localStorage.setItem('postern.language', chosen);
  }, language);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  return page;
}

async function listed(page: Page): Promise<readonly Drawing[]> {
  return page.getByRole('link').evaluateAll((links) =>
    links.map((link) => ({
      name: link.dataset['name'] ?? '',
      href: link.getAttribute('href') ?? '',
      press: link.dataset['press'] ?? '',
    })),
  );
}

async function draw(page: Page, { href, press }: Drawing): Promise<void> {
  await page.goto(`${gallery}${href}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (press !== '') {
    await page.getByRole('button', { name: press }).first().click();
    // A focus ring belongs to a hand on the keyboard, not to the picture.
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) {
        document.activeElement.blur();
      }
    });
  }
  await page.evaluate(async () => {
    // A drawn frame asks for its letters; only then is there something to wait for.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    const moments = document
      .getAnimations()
      .filter(
        ({ effect }) => Number(effect?.getComputedTiming().endTime) < 1000,
      );
    await Promise.all(moments.map(({ finished }) => finished));
  });
}

async function audit(page: Page, label: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, impact, nodes } of violations) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    faults.push(`${label}: ${id} at ${nodes[0]?.target.join(' ') ?? '?'}`);
  }
}

async function save(page: Page, file: string): Promise<void> {
  const picture = toPalettePng(await page.screenshot());
  await writeFile(file, picture);
  if (picture.length > largestBytes) {
    faults.push(`${file}: ${picture.length} bytes`);
  }
  drawn += 1;
}
