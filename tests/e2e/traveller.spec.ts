import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bigWord, expect, says, test } from './lane.ts';

test('the traveller’s window shows the outcome in the holder’s words and nothing to press', async ({
  lane,
  page,
}) => {
  const traveller = await opened(page);
  await expect(bigWord(traveller)).toContainText(says.screen['show-pass']);
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(bigWord(traveller)).toContainText(says.outcomes.hold);
  await expect(traveller.getByRole('main')).toContainText(
    says.reasons['colour-yellow'].holder,
  );
  await expect(traveller.getByRole('button')).toHaveCount(0);
  await expect(traveller.getByRole('contentinfo')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: traveller }).analyze();
  expect(
    violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    ),
  ).toEqual([]);
});

test('its address and its history never hold the token', async ({
  lane,
  page,
}) => {
  const [, token = ''] = /token=([^&]+)/.exec(lane.kiosk.url) ?? [];
  expect(token.length).toBeGreaterThan(20);
  const traveller = await opened(page);
  expect(traveller.url()).toContain('#view=traveller');
  expect(traveller.url()).not.toContain(token);
  expect(await traveller.evaluate(() => history.length)).toBe(1);
  await traveller.reload();
  await expect(bigWord(traveller)).toContainText(says.screen['show-pass']);
});

test('an address with both the token and the view opens it directly', async ({
  lane,
  context,
}) => {
  const traveller = await context.newPage();
  await traveller.goto(`${lane.kiosk.url}&view=traveller`);
  await expect(bigWord(traveller)).toContainText(says.screen['show-pass']);
  expect(new URL(traveller.url()).hash).toBe('#view=traveller');
});

test('it asks for patience, without the last verdict, once the service is gone', async ({
  lane,
  page,
}) => {
  const traveller = await opened(page);
  await lane.scan(lane.site.pass({ colour: 'red' }));
  await expect(bigWord(traveller)).toContainText(says.outcomes.deny);
  await lane.kiosk.kill();
  await expect(bigWord(traveller)).toContainText(says.screen['one-moment']);
  await expect(traveller.getByRole('main')).not.toContainText(
    says.outcomes.deny,
  );
});

test('it follows the guard’s colours and language', async ({ lane, page }) => {
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
  const traveller = await opened(page);
  await page.keyboard.press('F8');
  await page.keyboard.press('F7');
  await expect(traveller.locator('html')).toHaveAttribute(
    'data-theme',
    'colour-blind',
  );
  await expect(traveller.locator('html')).toHaveAttribute('lang', 'en');
  expect(lane.kiosk.pid).toBeGreaterThan(0);
});

/** What the guard opens from the menu. */
async function opened(page: Page): Promise<Page> {
  await page.getByRole('button', { name: says.display.screen.menu }).click();
  const coming = page.waitForEvent('popup');
  await page
    .getByRole('button', { name: says.display.screen['open-traveller-screen'] })
    .click();
  return await coming;
}
