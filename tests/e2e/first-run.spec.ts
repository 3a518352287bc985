import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fill, type SetupStep } from '#kiosk/contract';
import { openPtyPair } from '../pty.ts';
import { firstRun, usualAnswers, type Answers } from '../site/first-run.ts';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { makeRegion, type Region } from '../site/make-region.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

let region: Region;
let folder: string;
let kiosk: KioskProcess;
let answers: Answers;

test.beforeAll(() => {
  region = makeRegion();
});
test.afterAll(() => {
  region.remove();
});
test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'postern-first-run-'));
  kiosk = await startKioskProcess({ folder });
  const { rootFile, bundleFile } = region;
  answers = { ...usualAnswers, rootFile, bundleFile, scannerPath: '/dev/none' };
  await openScreen(page, kiosk.url, 'zh');
});
test.afterEach(async () => {
  await kiosk.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty folder becomes a lane that admits a pass from its scanner', async ({
  page,
}) => {
  const scanner = await openPtyPair();
  const scan = (): Promise<void> => scanner.write(`${region.pass}\r`);
  await firstRun(page).finish(
    { ...answers, scannerPath: scanner.kioskPath },
    async (step) => {
      if (looked.has(step)) await hasNothingSerious(page);
      if (step === 'bundle') {
        const groups = await page.locator('.setup-groups > li').allInnerTexts();
        expect(groups.join('')).toBe(hashOf(region.rootFile));
        await expect(page.getByRole('main')).toContainText(
          fill(says.setup.screen['new-root-by'], { n: 2, keys: 3 }),
        );
      }
      if (step !== 'test') return;
      await expect(page.getByRole('main')).toContainText(
        says.deviceStates.open,
      );
      await scan();
      await expect(page.getByRole('main')).toContainText(
        /读到 \d+ 个字符：是通行码/,
      );
      await expect(page.getByRole('main')).not.toContainText('张');
    },
  );
  await expect(page.getByRole('banner')).toContainText('成都东站');
  await hasNothingSerious(page);

  await page
    .getByRole('button', { name: says.setup.screen['to-gate'] })
    .click();
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
  await scan();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
  await expect(page.getByRole('main')).toContainText('张*明');
  await scanner.remove();
});

test('a key, a bundle of another root, a weak PIN and a short passphrase are refused in words', async ({
  page,
}) => {
  const run = firstRun(page);
  const other = makeRegion();
  for (const step of ['language', 'site-type', 'place', 'lane'] as const) {
    await run.answer(step, answers);
    await run.next();
  }
  await run.at('bundle');
  await run.files(region.keyFile, region.bundleFile);
  await expect(page.getByRole('alert')).toContainText([
    says.setup.screen['private-half'],
    says.setup.refusals['not-a-root'],
  ]);
  await run.files(answers.rootFile, other.bundleFile);
  await expect(page.getByRole('alert')).toContainText([
    says.setup.refusals['bundle-root'],
  ]);
  await run.next();
  await run.at('bundle');
  await run.answer('bundle', answers);
  await run.next();

  await run.at('supervisor');
  await run.answer('supervisor', { ...answers, pin: '19880214' });
  await run.next();
  await expect(page.getByRole('main')).toContainText(
    says.setup.errors['setup.weak-pin'],
  );
  await run.answer('supervisor', answers);
  await run.next();

  await run.at('passphrase');
  await run.answer('passphrase', { ...answers, passphrase: 'elevenchars' });
  await run.next();
  await expect(page.getByRole('main')).toContainText(
    says.setup.errors['setup.short-passphrase'],
  );
  await run.answer('passphrase', answers);
  await run.next();
  await run.at('scanner');
  other.remove();
});

test('a reload in the middle keeps nothing and starts over', async ({
  page,
}) => {
  const run = firstRun(page);
  for (const step of [
    'language',
    'site-type',
    'place',
    'lane',
    'bundle',
    'supervisor',
    'passphrase',
  ] as const) {
    await run.answer(step, answers);
    await run.next();
  }
  await run.at('scanner');
  await page.goto('about:blank');
  await page.goto(kiosk.url);
  await run.at('language');
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].map((kept) => JSON.stringify(kept)).join(),
  );
  for (const secret of [answers.pin, answers.passphrase, answers.supervisor])
    expect(kept).not.toContain(secret);
  await run.next();
  await run.at('site-type');
  await run.next();
  await expect(page.getByRole('main')).toContainText(says.setup.screen.needed);
});

test('a passphrase is made on request, shown, and has to be kept', async ({
  page,
}) => {
  const run = firstRun(page);
  for (const step of [
    'language',
    'site-type',
    'place',
    'lane',
    'bundle',
    'supervisor',
  ] as const) {
    await run.answer(step, answers);
    await run.next();
  }
  await run.at('passphrase');
  await page.getByRole('button', { name: says.setup.screen.generate }).click();
  await expect(
    page.getByLabel(says.setup.screen['passphrase-again']),
  ).toHaveValue(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  await run.next();
  await run.at('passphrase');
  await page.getByRole('checkbox', { name: says.setup.screen.kept }).check();
  await run.next();
  await run.at('scanner');
});

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** One of each kind of step. */
const looked: ReadonlySet<SetupStep> = new Set([
  'site-type',
  'bundle',
  'passphrase',
  'test',
  'summary',
]);

async function hasNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
