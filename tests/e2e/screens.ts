import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, errors, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import type { Deed } from '../../renderer/gallery/hands.ts';
import type { Picture } from '../../renderer/gallery/pictures.ts';
import { findBrowser } from '../../scripts/steps/browser.mjs';
import { misfits } from './misfits.ts';
import { toPalettePng } from './palette-png.ts';

/**
 * Draws every state in both languages, the main ones in every theme and as the traveller sees them,
 * and looks at it as a machine can: nothing leaves
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

// A folder of its own, so that two can look at once.
const outDir = await mkdtemp(join(tmpdir(), 'postern-gallery-'));
await build({ mode: 'gallery', logLevel: 'error', build: { outDir } });
const server = await preview({
  mode: 'gallery',
  logLevel: 'error',
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
});
const gallery = new URL('gallery.html', server.resolvedUrls?.local[0]).href;
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
});
await mkdir(out, { recursive: true });
if (only === '') await removePictures(out);
await Promise.all(['zh', 'en'].map(drawAll));
await browser.close();
await server.close();
await rm(outDir, { recursive: true });

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
  for (const picture of await listed(page)) {
    if (!isWanted(picture, language)) continue;
    const label = `${picture.name || picture.href}-${language}`;
    if (!(await canDraw(page, picture, label))) continue;
    for (const misfit of await misfits(page))
      faults.push(`${label}: ${misfit}`);
    if (picture.name === '') continue;
    await audit(page, label);
    if (isDrawn(picture, language)) {
      await save(page, join(out, `${label}.png`));
    }
  }
  await page.context().close();
}

function isWanted(picture: Picture, language: string): boolean {
  if (picture.name === '') return only === '';
  const isHere = language === 'zh' || isDrawn(picture, language);
  return isHere && picture.name.includes(only);
}

function isDrawn({ languages }: Picture, language: string): boolean {
  return languages.some((drawnIn) => drawnIn === language);
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
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => faults.push(String(error)));
  return page;
}

async function listed(page: Page): Promise<readonly Picture[]> {
  const texts = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.dataset['picture'] ?? ''));
  // The gallery wrote them a moment ago.
  return texts.map((text) => JSON.parse(text) as Picture);
}

/** What cannot be reached by hand, because something lies over it, is a fault of the screen. */
async function canDraw(
  page: Page,
  picture: Picture,
  label: string,
): Promise<boolean> {
  try {
    await draw(page, picture);
    return true;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    faults.push(`${label}: ${error.message.slice(0, 300)}`);
    return false;
  }
}

async function draw(page: Page, { href, deeds }: Picture): Promise<void> {
  await page.goto(`${gallery}${href}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (const deed of deeds) await act(page, deed);
  if (deeds.length > 0) {
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

async function act(page: Page, deed: Deed): Promise<void> {
  if ('press' in deed) {
    const around = deed.in === undefined ? page : page.getByRole(deed.in);
    await around.getByRole('button', { name: deed.press }).first().click();
  } else if ('choose' in deed) {
    await page
      .getByRole('radio', { name: deed.choose })
      .or(page.getByRole('checkbox', { name: deed.choose }))
      .first()
      .check({ force: true });
  } else if ('fill' in deed) {
    await page.getByLabel(deed.fill).first().fill(deed.text);
  } else {
    await page
      .getByLabel(deed.file)
      .first()
      .setInputFiles({
        name: 'chosen.json',
        mimeType: 'application/json',
        buffer: Buffer.from(deed.text),
      });
  }
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
