import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

let folder: string;
let kiosk: KioskProcess;
test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'postern-demo-'));
  kiosk = await startKioskProcess({ folder, profile: 'demo' });
  await openScreen(page, kiosk.url, 'zh');
});
test.afterEach(async () => {
  await kiosk.stop();
  rmSync(folder, { recursive: true });
});

test('people arrive by themselves, under a ribbon that says demo', async ({
  page,
}) => {
  await expect(page.getByText('演示 DEMO')).toBeVisible();
  await expect(bigWord(page)).toContainText(says.outcomes.admit, {
    timeout: 20_000,
  });
});

test('what a scanner types into a text field is a scan, and not the field’s', async ({
  page,
}) => {
  await page.getByRole('button', { name: says.screen['demo-panel'] }).click();
  const field = page.getByRole('textbox');
  await field.fill('by hand');
  // Someone may be at the gate: then the lane says so and the code is scanned again.
  await expect(async () => {
    await field.evaluate(typeAsScanner, 'https://example.com/');
    await expect(page.getByRole('main')).toContainText(
      says.reasons['not-a-pass'].guard,
      { timeout: 1_000 },
    );
  }).toPass();
  await expect(field).toHaveValue('by hand');
});

test('the panel sends any fixture, and a pasted code', async ({ page }) => {
  await page.getByRole('button', { name: says.screen['demo-panel'] }).click();
  // Someone may be at the gate: then the lane says so and the code is sent again.
  await expect(async () => {
    await page.getByRole('textbox').fill('https://example.com/');
    await page.getByRole('button', { name: says.screen['demo-send'] }).click();
    await expect(page.getByRole('main')).toContainText(
      says.reasons['not-a-pass'].guard,
      { timeout: 1_000 },
    );
  }).toPass();
});

/** Keys faster than hands, ended by Enter; each that the page does not keep goes into the field. */
function typeAsScanner(field: HTMLElement | SVGElement, text: string): void {
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no text field');
  field.focus();
  for (const key of [...text, 'Enter']) {
    const isLeft = field.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    if (!isLeft) continue;
    const { length } = field.value;
    field.setRangeText(key === 'Enter' ? '\n' : key, length, length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
