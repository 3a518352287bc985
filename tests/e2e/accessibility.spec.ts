import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bigWord, expect, says as zh, test } from './lane.ts';

for (const language of ['zh', 'en'] as const) {
  test.describe(`the screens in ${language}`, () => {
    test.use({ language });
    const says =
      language === 'zh'
        ? { hold: '待核', deny: '禁行', idle: '请出示' }
        : { hold: 'Hold', deny: 'Deny', idle: 'Show' };

    test('have nothing serious against them', async ({ lane, page }) => {
      await expect(bigWord(page)).toContainText(new RegExp(says.idle, 'i'));
      await hasNothingSerious(page);
      await lane.scan(lane.site.pass({ colour: 'red' }));
      await expect(bigWord(page)).toContainText(new RegExp(says.deny, 'i'));
      await hasNothingSerious(page);
      await page.keyboard.press('Enter');
      await lane.scan(lane.site.pass({ colour: 'yellow', index: 20 }));
      await expect(bigWord(page)).toContainText(new RegExp(says.hold, 'i'));
      await hasNothingSerious(page);
    });
  });
}

test('F7 changes the language in place', async ({ lane, page }) => {
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await page.keyboard.press('F7');
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await expect(bigWord(page)).toContainText(/hold/i);
});

test('F8 goes through the colours, which stay over a reload', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(bigWord(page)).toContainText('待核');
  const html = page.locator('html');
  for (const theme of ['colour-blind', 'night', 'sun']) {
    await page.keyboard.press('F8');
    await expect(html).toHaveAttribute('data-theme', theme);
    await hasNothingSerious(page);
  }
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'sun');
  await page.keyboard.press('F8');
  await expect(html).toHaveAttribute('data-theme', 'default');
});

test('a hold is not lost while the staff’s part covers the gate', async ({
  lane,
  page,
}) => {
  await page
    .getByRole('button', { name: zh.staff.screen['staff-area'] })
    .click();
  const now = page.getByRole('region', {
    name: zh.display.screen['gate-now'],
  });
  await expect(now).toContainText(zh.display.screen['nobody-here']);
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(now).toContainText(zh.outcomes.hold);
  await expect(now).toContainText(zh.display.screen['hold-waits']);
  await expect(page.getByRole('alert')).toContainText(zh.outcomes.hold);
  await hasNothingSerious(page);
  await page
    .getByRole('button', { name: zh.display.screen['back-to-gate'] })
    .click();
  await expect(bigWord(page)).toContainText(zh.outcomes.hold);
});

async function hasNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
