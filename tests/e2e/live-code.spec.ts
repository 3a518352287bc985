import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { startHolder, type HolderProcess } from './holder-process.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

let folder: string;
let kiosk: KioskProcess;
let holder: HolderProcess;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postern-demo-'));
});
test.afterEach(async () => {
  await holder.stop();
  await kiosk.stop();
  rmSync(folder, { recursive: true });
});

test('a newcomer issues a pass for themselves, and its live code is admitted', async ({
  page,
  browser,
}) => {
  const phone = await startBoth(page, browser, 'any');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('李小红');
  await sendUntil(
    page,
    () => copied(phone, 'live-text'),
    async () => {
      await expect(page.getByRole('main')).toContainText('李*红');
      await expect(bigWord(page)).toContainText(says.outcomes.admit);
    },
  );
});

test('where policy wants a live code, a still one is held to check the ID and a live one passes', async ({
  page,
  browser,
}) => {
  const phone = await startBoth(page, browser, 'live');
  await sendUntil(
    page,
    () => copied(phone, 'still-text'),
    async () => {
      await expect(page.getByRole('main')).toContainText('李*红');
      await expect(page.getByRole('main')).toContainText(
        says.reasons['check-id'].guard,
      );
    },
  );
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await sendUntil(
    page,
    () => copied(phone, 'live-text'),
    async () => {
      await expect(page.getByRole('main')).toContainText('李*红');
      await expect(bigWord(page)).toContainText(says.outcomes.admit);
    },
  );
});

test('the phone makes a new code before the old one is stale, fits its screen and loads nothing else', async ({
  page,
  browser,
}) => {
  const phone = await startBoth(page, browser, 'any');
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(request.url()));
  await phone.clock.install();
  await phone.reload();
  await expect(phone.getByLabel(/动态码文本/)).toHaveValue(/^HV1/);
  const first = await copied(phone, 'live-text');
  expect(first).toMatch(/^HV1[A-Z2-7]+$/);
  expect(await copied(phone, 'still-text')).toMatch(/^HP1[A-Z2-7]+$/);
  await expect(phone.locator('.code svg')).toBeVisible();
  await expect(phone.locator('.count')).toContainText(/[0-9]+ 秒后更新/);
  await phone.clock.fastForward(31_000);
  await expect(phone.getByLabel(/动态码文本/)).not.toHaveValue(first);
  const width = await phone.locator('html').evaluate((all) => all.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(holder.url))).toEqual([]);
});

/** The demo kiosk on `page`, and a phone-sized window with a pass of its Sichuan. */
async function startBoth(
  page: Page,
  browser: Browser,
  policy: 'any' | 'live',
): Promise<Page> {
  kiosk = await startKioskProcess({
    folder,
    profile: 'demo',
    options: ['--policy', policy],
  });
  holder = await startHolder('--demo', folder, '--name', '李小红');
  await openScreen(page, kiosk.url, 'zh');
  await page.getByRole('button', { name: says.screen['demo-panel'] }).click();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const phone = await context.newPage();
  await phone.goto(holder.url);
  await expect(phone.getByLabel(/动态码文本/)).toHaveValue(/^HV1/);
  return phone;
}

const copies = {
  'live-text': '复制动态码文本',
  'still-text': '复制静态文本',
} as const;

/** What the clipboard holds once the button of that field was pressed. */
async function copied(
  phone: Page,
  field: keyof typeof copies,
): Promise<string> {
  await phone.bringToFront();
  await phone.getByRole('button', { name: copies[field] }).click();
  await expect(phone.locator(`#${field}-copied`)).toContainText('已复制');
  return await phone.evaluate(() => navigator.clipboard.readText());
}

/** Someone may be at the gate: then the lane says so, and the code is sent again. */
async function sendUntil(
  page: Page,
  read: () => Promise<string>,
  isShown: () => Promise<void>,
): Promise<void> {
  await expect(async () => {
    const text = await read();
    await page.bringToFront();
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: says.screen['demo-send'] }).click();
    await isShown();
  }).toPass();
}
